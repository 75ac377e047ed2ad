package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.PeerRoute;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Every node reaches every other directly. Source: docs, installing kubeadm. */
final class PeersAreRouted implements HostCheck {
  @Override
  public String id() {
    return "RouteToPeers";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var peers = at.facts().peers();
    if (peers.isEmpty()) {
      return Optional.empty();
    }
    var without = peers.stream().filter(p -> !p.reachable()).map(PeerRoute::address).toList();
    if (!without.isEmpty()) {
      return Optional.of(
          Verdict.blocks(Verdict.value(without), Message.of("check.read.noRoute", without)));
    }
    var ways = peers.stream().map(PeersAreRouted::way).toList();
    return Optional.of(
        Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.routes", ways)));
  }

  private static String way(PeerRoute route) {
    return route.address() + " " + route.device().orElse("?");
  }
}
