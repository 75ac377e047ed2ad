package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a pod network cannot be switched, or not safely. */
final class SwitchObstacles {
  /** Those whose pods have addresses of their node's own range. */
  private static final Set<CniSpec.Name> BY_NODE =
      Set.of(CniSpec.Name.FLANNEL, CniSpec.Name.CANAL, CniSpec.Name.CILIUM);

  private final ClusterSpec wish;
  private final LivingNetwork living;

  SwitchObstacles(ClusterSpec wish, LivingNetwork living) {
    this.wish = wish;
    this.living = living;
  }

  /**
   * The first there is.
   *
   * @param names of the nodes that the file means
   */
  Optional<Problem> first(Collection<String> names) {
    return Stream.of(unknown(), ranges(), strangers(names), pair(), proxy(), nodeRanges())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Nobody can take away what he does not know. */
  private Optional<Problem> unknown() {
    if (living.departing().isPresent()) {
      return Optional.empty();
    }
    List<String> workloads = living.found().stream().map(LivingNetwork.Found::workload).toList();
    if (workloads.isEmpty()) {
      return refused("install.switchNothing", key(wish.cni().name()));
    }
    if (workloads.size() > 1) {
      return refused("install.switchSeveral", workloads);
    }
    return living.found().getFirst().traces().isPresent()
        ? Optional.empty()
        : refused("install.switchUnknown", workloads.getFirst());
  }

  /** kubeadm, kube-proxy and the controller manager keep the range for the cluster's life. */
  private Optional<Problem> ranges() {
    Set<String> wished = canonical(wish.network().podCIDR().stream().map(Cidr::toString));
    return living
        .podSubnet()
        .filter(has -> !canonical(Arrays.stream(has.split(","))).equals(wished))
        .flatMap(has -> refused("install.switchRange", has, wished));
  }

  private static Set<String> canonical(Stream<String> ranges) {
    return ranges.map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A node that is not switched with the others is cut off from them. */
  private Optional<Problem> strangers(Collection<String> names) {
    var strangers = living.nodes().stream().filter(node -> !names.contains(node)).toList();
    return strangers.isEmpty() ? Optional.empty() : refused("install.switchStrangers", strangers);
  }

  /** Within a plugin only Flannel's ways are switched; and taking it away alone is no switch. */
  private Optional<Problem> pair() {
    CniSpec.Name to = wish.cni().name();
    if (to == CniSpec.Name.NONE) {
      return refused("install.switchNone");
    }
    boolean within = living.departing().isEmpty() && living.plugin().equals(Optional.of(to));
    return within && (to != CniSpec.Name.FLANNEL || living.flannel().isEmpty())
        ? refused("install.switchPair", key(to))
        : Optional.empty();
  }

  /** Services would go away with the one that does kube-proxy's work, or be made twice. */
  private Optional<Problem> proxy() {
    return wish.replacesKubeProxy() || !living.hasKubeProxy()
        ? refused("install.switchProxy", wish.replacesKubeProxy() ? "Cilium" : "–")
        : Optional.empty();
  }

  private Optional<Problem> nodeRanges() {
    return BY_NODE.contains(wish.cni().name()) && !living.withoutRange().isEmpty()
        ? refused("install.switchNoRange", key(wish.cni().name()), living.withoutRange())
        : Optional.empty();
  }

  private Optional<Problem> refused(String id, Object... args) {
    var host = new HostName(wish.firstControlPlane().label());
    return Optional.of(Problem.told(id, host, "", Optional.empty(), args));
  }

  private static String key(CniSpec.Name name) {
    return SwitchWay.key(name);
  }
}
