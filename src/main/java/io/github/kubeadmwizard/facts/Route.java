package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route of the main table.
 *
 * @param destination range as address/prefix, or {@code default}
 * @param ipv6 family
 * @param via the gateway; empty: on the link itself
 * @param device outgoing card
 * @param source address that the host then sends from
 * @param metric smaller goes first; empty: none given
 */
public record Route(
    String destination,
    boolean ipv6,
    Optional<String> via,
    Optional<String> device,
    Optional<String> source,
    OptionalInt metric) {

  /** Whether it catches what no other route does. */
  public boolean isDefault() {
    return destination.equals("default");
  }
}
