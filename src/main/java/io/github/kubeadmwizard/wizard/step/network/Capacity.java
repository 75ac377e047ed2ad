package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much fits into the ranges. Sources: kube-controller-manager's --node-cidr-mask-size, 24 for
 * IPv4 and 64 for IPv6; KubeletConfiguration.maxPods, 110.
 *
 * @param nodes shares for nodes
 * @param share prefix length of a node's share
 * @param podsEach pods on a node
 * @param services addresses for services, of which Kubernetes takes one itself
 */
public record Capacity(long nodes, int share, int podsEach, long services) {
  private static final int IPV4_SHARE = 24;
  private static final int IPV6_SHARE = 64;
  private static final int MOST_PODS = 110;
  private static final int MOST_BITS = 40; // more is not a number that anybody reads

  /** Of these choices, by the first range of each; empty where a range is missing or too small. */
  public static Optional<Capacity> of(ClusterSpec spec) {
    var pods = spec.network().podCIDR();
    var services = spec.network().serviceCIDR();
    if (pods.isEmpty() || services.isEmpty()) {
      return Optional.empty();
    }
    Cidr range = pods.getFirst();
    int share = share(spec, range);
    if (share < range.prefix()) {
      return Optional.empty();
    }
    int bits = (range.isIpv6() ? 128 : 32) - share;
    long addresses = bits >= MOST_BITS ? Long.MAX_VALUE : (1L << bits) - 2;
    int each = (int) Math.max(0, Math.min(maxPods(spec), addresses));
    Cidr forServices = services.getFirst();
    int serviceBits = (forServices.isIpv6() ? 128 : 32) - forServices.prefix();
    return Optional.of(
        new Capacity(
            1L << Math.min(MOST_BITS, share - range.prefix()),
            share,
            each,
            (1L << Math.min(MOST_BITS, serviceBits)) - 2));
  }

  /** Pods in the whole cluster, were every share in use. */
  public long pods() {
    return nodes * podsEach;
  }

  private static int share(ClusterSpec spec, Cidr range) {
    String family = range.isIpv6() ? "-ipv6" : "-ipv4";
    return argument(spec, "node-cidr-mask-size" + family)
        .or(() -> argument(spec, "node-cidr-mask-size"))
        .orElse(range.isIpv6() ? IPV6_SHARE : IPV4_SHARE);
  }

  private static Optional<Integer> argument(ClusterSpec spec, String name) {
    if (!(spec.kubeadm().of("clusterConfiguration").get("controllerManager")
            instanceof Map<?, ?> manager)
        || !(manager.get("extraArgs") instanceof List<?> args)) {
      return Optional.empty();
    }
    return args.stream()
        .filter(arg -> arg instanceof Map<?, ?> map && name.equals(map.get("name")))
        .map(arg -> String.valueOf(((Map<?, ?>) arg).get("value")))
        .filter(value -> value.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .findFirst();
  }

  private static int maxPods(ClusterSpec spec) {
    return spec.kubeadm().of("kubeletConfiguration").get("maxPods") instanceof Number most
        ? most.intValue()
        : MOST_PODS;
  }
}
