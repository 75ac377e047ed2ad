package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.HostsEntry;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which cluster a host belongs to, by the API server that its kubelet was told. An installation
 * that was killed midway counts: it goes on where it was.
 */
sealed interface Membership {

  /** No kubelet was told of a cluster. */
  record None() implements Membership {}

  /** The cluster that is wanted. */
  record OfThis(String server) implements Membership {}

  /** Another one. */
  record OfOther(String server) implements Membership {}

  /** Judges by the names and addresses that the wanted cluster's API server has. */
  static Membership of(Set<String> endpoints, HostFacts facts) {
    return facts
        .kubernetes()
        .apiServer()
        .map(server -> judge(server, endpoints, facts))
        .orElseGet(None::new);
  }

  private static Membership judge(String server, Set<String> endpoints, HostFacts facts) {
    String host = hostOf(server);
    boolean ours = namesOf(host, facts).anyMatch(endpoints::contains);
    return ours ? new OfThis(server) : new OfOther(server);
  }

  private static Stream<String> namesOf(String host, HostFacts facts) {
    var byHostsFile =
        facts.network().hosts().stream()
            .filter(entry -> entry.names().contains(host))
            .map(HostsEntry::address);
    return Stream.concat(Stream.of(host), byHostsFile);
  }

  /** The host of an address such as {@code https://10.0.0.1:6443}; IPv6 without its brackets. */
  static String hostOf(String server) {
    try {
      return Optional.ofNullable(URI.create(server).getHost())
          .map(host -> host.replaceAll("^\\[|\\]$", ""))
          .orElse(server);
    } catch (IllegalArgumentException notAnAddress) {
      return server;
    }
  }
}
