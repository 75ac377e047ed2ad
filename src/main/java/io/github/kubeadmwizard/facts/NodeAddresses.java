package io.github.kubeadmwizard.facts;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds a node's own address, where the user does not give it. */
public final class NodeAddresses {
  private NodeAddresses() {}

  /**
   * The user's nodeIP; else the address that routes to the other nodes; else the one that SSH goes
   * to, if a card carries it; else the default route's.
   */
  public static List<String> of(HostSpec host, HostFacts facts) {
    return host.nodeIP()
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElseGet(() -> List.of(guess(host, facts)));
  }

  private static String guess(HostSpec host, HostFacts facts) {
    return towardsPeers(facts)
        .or(() -> Optional.of(host.address()).filter(facts.network()::carries))
        .or(() -> ofDefaultRoute(facts))
        .orElse(host.address());
  }

  private static Optional<String> towardsPeers(HostFacts facts) {
    return facts.peers().stream()
        .filter(PeerRoute::reachable)
        .filter(route -> route.device().filter("lo"::equals).isEmpty())
        .flatMap(route -> route.source().stream())
        .findFirst();
  }

  private static Optional<String> ofDefaultRoute(HostFacts facts) {
    return facts.network().defaultRoutes().stream()
        .flatMap(route -> route.source().or(() -> firstOn(route, facts)).stream())
        .filter(Cidr::isAddress)
        .findFirst();
  }

  private static Optional<String> firstOn(Route route, HostFacts facts) {
    return facts.network().nics().stream()
        .filter(nic -> route.device().filter(nic.name()::equals).isPresent())
        .flatMap(nic -> nic.addresses().stream())
        .filter(address -> address.isIpv6() == route.ipv6())
        .map(Nic.Address::address)
        .findFirst();
  }
}
