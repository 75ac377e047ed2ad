package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pods and services must not take addresses that the host already reaches elsewhere. */
final class RangesAreFree implements HostCheck {
  @Override
  public String id() {
    return "NetworkOverlap";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var network = at.spec().network();
    var taken =
        Stream.concat(network.podCIDR().stream(), network.serviceCIDR().stream())
            .flatMap(range -> collisions(range, at))
            .distinct()
            .toList();
    return Optional.of(
        taken.isEmpty()
            ? Verdict.passed(Message.of("check.short.free"), Message.of("check.read.rangesFree"))
            : Verdict.blocks(
                Message.of("check.short.overlap"), Message.of("check.read.overlap", taken)));
  }

  private static Stream<Message> collisions(Cidr range, HostContext at) {
    var addresses =
        at.facts().network().nics().stream()
            .filter(nic -> !isPodNetwork(nic.name(), at))
            .flatMap(nic -> nic.addresses().stream().map(a -> Map.entry(nic.name(), a)))
            .filter(entry -> range.contains(entry.getValue().address()))
            .map(entry -> clash(range, entry.getValue().address(), entry.getKey()));
    var routes =
        at.facts().network().routes().stream()
            .filter(route -> !route.isDefault())
            .filter(route -> !isPodNetwork(route.device().orElse(""), at))
            .filter(route -> !leadsToPods(route, at))
            .filter(route -> parsed(route.destination()).filter(range::overlaps).isPresent())
            .map(route -> clash(range, route.destination(), route.device().orElse("?")));
    return Stream.concat(routes, addresses);
  }

  private static Message clash(Cidr range, String with, String card) {
    return Message.of("check.read.clash", range.toString(), with, card);
  }

  /** Links of a pod network, ours or an earlier one, which LeftoverCni speaks of. */
  private static boolean isPodNetwork(String card, HostContext at) {
    return at.facts().leftovers().cniLinks().contains(card)
        || card.equals("kube-ipvs0")
        || isBridgeOfPods(card, at);
  }

  /** A bridge of whatever name, which the pod network made for the pods of this node. */
  private static boolean isBridgeOfPods(String card, HostContext at) {
    return at.isMember()
        && at.facts().network().nics().stream()
            .filter(nic -> nic.name().equals(card) && !nic.physical())
            .flatMap(nic -> nic.addresses().stream())
            .anyMatch(address ->
                at.spec().network().podCIDR().stream()
                    .anyMatch(pods ->
                        address.prefix() > pods.prefix() && pods.contains(address.address())));
  }

  /**
   * What a pod network without tunnels, such as Flannel's host-gw, made on a node of this cluster.
   */
  private static boolean leadsToPods(Route route, HostContext at) {
    return at.isMember()
        && route.via().isPresent()
        && parsed(route.destination())
            .filter(to -> at.spec().network().podCIDR().stream().anyMatch(all -> isIn(to, all)))
            .isPresent();
  }

  private static boolean isIn(Cidr part, Cidr whole) {
    return part.prefix() > whole.prefix() && whole.overlaps(part);
  }

  private static Optional<Cidr> parsed(String destination) {
    try {
      return Optional.of(
          Cidr.parse(
              destination.contains("/")
                  ? destination
                  : destination + (destination.contains(":") ? "/128" : "/32")));
    } catch (IllegalArgumentException notARange) {
      return Optional.empty();
    }
  }
}
