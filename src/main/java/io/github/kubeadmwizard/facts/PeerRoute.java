package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * How the kernel would send to another node, from {@code ip route get}.
 *
 * @param address the other node's
 * @param reachable whether there is a route
 * @param via the gateway; empty: on the link itself
 * @param device outgoing card; lo where the address is the host's own
 * @param source address that the host then sends from
 */
public record PeerRoute(
    String address,
    boolean reachable,
    Optional<String> via,
    Optional<String> device,
    Optional<String> source) {}
