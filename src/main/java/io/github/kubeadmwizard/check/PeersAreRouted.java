package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.facts.PeerRoute;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
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
    var behind = peers.stream().filter(peer -> peer.via().isPresent()).toList();
    if (sendsPodsPlainly(at) && !behind.isEmpty()) {
      var read = Message.of("check.read.hostGwRouted", ways(behind));
      return Optional.of(Verdict.blocks(Message.of("check.short.routed"), read));
    }
    var ways = ways(peers);
    return Optional.of(
        Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.routes", ways)));
  }

  /**
   * A router between two nodes knows nothing of pods. Source: flannel, Documentation/backends.md,
   * host-gw: "requires direct layer2 connectivity".
   */
  private static boolean sendsPodsPlainly(HostContext at) {
    var cni = at.spec().cni();
    return cni.name() == CniSpec.Name.FLANNEL && cni.backend().equals(Optional.of("host-gw"));
  }

  private static List<String> ways(List<PeerRoute> routes) {
    return routes.stream().map(PeersAreRouted::way).toList();
  }

  private static String way(PeerRoute route) {
    String via = route.via().map(gateway -> " via " + gateway).orElse("");
    return route.address() + via + " " + route.device().orElse("?");
  }
}
