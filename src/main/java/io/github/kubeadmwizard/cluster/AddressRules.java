package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules on the ranges of pods and services. Source of the sizes: kubeadm's ValidateNetworking
 * (service range of at least 10 addresses, pod range at most 16 bits above a node's share).
 */
final class AddressRules {
  private static final String PODS = "network.podCIDR";
  private static final String SERVICES = "network.serviceCIDR";

  private final ClusterSpec spec;
  private final List<BrokenRule> broken = new ArrayList<>();

  private AddressRules(ClusterSpec spec) {
    this.spec = spec;
  }

  static List<BrokenRule> broken(ClusterSpec spec) {
    var rules = new AddressRules(spec);
    var network = spec.network();
    rules.oneOfEachFamily(network.podCIDR(), PODS);
    rules.oneOfEachFamily(network.serviceCIDR(), SERVICES);
    rules.sameFamilies();
    network.podCIDR().forEach(rules::roomForPods);
    network.serviceCIDR().forEach(rules::roomForServices);
    rules.apart();
    rules.hostsOutside();
    return List.copyOf(rules.broken);
  }

  private void oneOfEachFamily(List<Cidr> ranges, String path) {
    if (ranges.size() > 1 && ranges.get(0).isIpv6() == ranges.get(1).isIpv6()) {
      add(path, Message.of("cluster.sameFamily.what"), Message.of("cluster.sameFamily.allowed"));
    }
  }

  private void sameFamilies() {
    var pods = spec.network().podCIDR();
    var services = spec.network().serviceCIDR();
    if (!broken.isEmpty() || pods.isEmpty() || services.isEmpty()) {
      return;
    }
    if (pods.size() != services.size()
        || pods.getFirst().isIpv6() != services.getFirst().isIpv6()) {
      add(SERVICES, Message.of("cluster.families.what"), Message.of("cluster.families.allowed"));
    }
  }

  /** Each node takes a /24, or a /64 of IPv6, unless the user changed that. */
  private void roomForPods(Cidr pods) {
    int share = pods.isIpv6() ? 64 : 24;
    int bits = share - pods.prefix();
    if (spec.kubeadm().of("clusterConfiguration").toString().contains("node-cidr-mask-size")) {
      return;
    }
    if (bits < 0 || bits > 16 || 1 << bits < spec.hosts().size()) {
      add(
          PODS,
          Message.of("cluster.podRoom.what", pods, spec.hosts().size()),
          Message.of("cluster.podRoom.allowed", "/" + share, "/" + (share - 16)));
    }
  }

  private void roomForServices(Cidr services) {
    int bits = (services.isIpv6() ? 128 : 32) - services.prefix();
    if (bits < 4 || bits > 20) {
      int length = services.isIpv6() ? 128 : 32;
      add(
          SERVICES,
          Message.of("cluster.serviceRoom.what", services),
          Message.of("cluster.serviceRoom.allowed", "/" + (length - 20), "/" + (length - 4)));
    }
  }

  private void apart() {
    for (Cidr pods : spec.network().podCIDR()) {
      for (Cidr services : spec.network().serviceCIDR()) {
        if (pods.overlaps(services)) {
          add(
              SERVICES,
              Message.of("cluster.overlap.what", services, pods),
              Message.of("cluster.overlap.allowed"));
        }
      }
    }
  }

  private void hostsOutside() {
    for (int i = 0; i < spec.hosts().size(); i++) {
      var address = spec.hosts().get(i).address();
      if (Cidr.isAddress(address)) {
        outside(address, spec.network().podCIDR(), PODS);
        outside(address, spec.network().serviceCIDR(), SERVICES);
      }
    }
  }

  private void outside(String address, List<Cidr> ranges, String path) {
    for (Cidr range : ranges) {
      if (range.contains(address)) {
        add(
            path,
            Message.of("cluster.hostInside.what", range, address),
            Message.of("cluster.hostInside.allowed"));
        return;
      }
    }
  }

  private void add(String path, Message what, Message allowed) {
    broken.add(BrokenRule.of(path, what, allowed));
  }
}
