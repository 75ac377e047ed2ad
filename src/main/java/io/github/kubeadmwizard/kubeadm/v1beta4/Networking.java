package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * The cluster's address ranges. Source: kubeadm v1beta4: Networking.
 *
 * @param serviceSubnet one range, or two joined by a comma; null: 10.96.0.0/12
 * @param podSubnet one range, or two joined by a comma; null: no addresses are given to nodes
 * @param dnsDomain null: cluster.local
 */
public record Networking(
    @Nullable String serviceSubnet, @Nullable String podSubnet, @Nullable String dnsDomain) {}
