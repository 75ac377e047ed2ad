package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.cluster.AddonSpec.MetalLb;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules on add-ons that need no machine to see. */
final class AddonRules {
  private static final String ADDRESSES = "addons.metallb.addresses";

  private AddonRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    var broken = new ArrayList<BrokenRule>();
    spec.addons().find(LocalPath.class).ifPresent(it -> path(it, broken));
    spec.addons().find(MetalLb.class).ifPresent(it -> pool(it, spec, broken));
    spec.addons().find(Rook.class).ifPresent(it -> RookRules.broken(it, spec, broken));
    StorageRules.broken(spec.addons(), broken);
    DashboardRules.broken(spec.addons(), broken);
    return List.copyOf(broken);
  }

  /** The programs of its volumes get it as it is, in a shell. */
  private static void path(LocalPath wish, List<BrokenRule> broken) {
    boolean whole = wish.path().matches("(/[A-Za-z0-9._-]+)+/?");
    if (!whole || wish.path().matches(".*/\\.\\.?(/.*|$)")) {
      broken.add(
          BrokenRule.of(
              "addons.localPath.path",
              Message.of("cluster.localPath.what", wish.path()),
              Message.of("cluster.localPath.allowed", LocalPath.USUAL_PATH)));
    }
  }

  private static void pool(MetalLb wish, ClusterSpec spec, List<BrokenRule> broken) {
    if (wish.addresses().isEmpty()) {
      broken.add(
          BrokenRule.of(
              ADDRESSES, Message.of("cluster.pool.none"), Message.of("cluster.pool.allowed")));
    }
    for (int i = 0; i < wish.addresses().size(); i++) {
      var path = ADDRESSES + "[" + i + "]";
      AddressSpan.parse(wish.addresses().get(i)).ifPresent(span -> free(span, path, spec, broken));
    }
  }

  /** An address of a pool belongs to nobody else. */
  private static void free(
      AddressSpan span, String path, ClusterSpec spec, List<BrokenRule> broken) {
    var network = spec.network();
    Stream.concat(network.podCIDR().stream(), network.serviceCIDR().stream())
        .filter(span::overlaps)
        .findFirst()
        .ifPresent(range -> broken.add(taken(path, span, range.toString())));
    spec.hosts().stream()
        .map(HostSpec::address)
        .filter(span::contains)
        .findFirst()
        .ifPresent(address -> broken.add(taken(path, span, address)));
  }

  private static BrokenRule taken(String path, AddressSpan span, String by) {
    return BrokenRule.of(
        path,
        Message.of("cluster.pool.taken", span.first() + "-" + span.last(), by),
        Message.of("cluster.pool.allowed"));
  }
}
