package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.text.Message;
import java.util.HashSet;
import java.util.List;

/** Rules on disks for Ceph that need no machine to see. */
final class RookRules {
  private static final String DISKS = "addons.rook.disks";

  private RookRules() {}

  static void broken(Rook wish, ClusterSpec spec, List<BrokenRule> broken) {
    if (wish.disks().isEmpty()) {
      broken.add(
          BrokenRule.of(
              DISKS, Message.of("cluster.rook.none"), Message.of("cluster.rook.allowed")));
    }
    var hosts = spec.hosts().stream().map(HostSpec::label).toList();
    wish.disks()
        .forEach((host, paths) -> {
          if (!hosts.contains(host)) {
            broken.add(
                new BrokenRule(
                    DISKS + "." + host,
                    Message.of("cluster.noSuchHost.what", host),
                    Message.of("cluster.noSuchHost.allowed", hosts),
                    Nearest.to(host, hosts)));
          }
          twice(host, paths, broken);
        });
    copies(wish, broken);
  }

  private static void twice(String host, List<String> paths, List<BrokenRule> broken) {
    var met = new HashSet<String>();
    for (int i = 0; i < paths.size(); i++) {
      if (!met.add(paths.get(i))) {
        broken.add(
            BrokenRule.of(
                DISKS + "." + host + "[" + i + "]",
                Message.of("cluster.rook.twice", paths.get(i)),
                Message.of("cluster.rook.once")));
      }
    }
  }

  /** Each copy is on another host. */
  private static void copies(Rook wish, List<BrokenRule> broken) {
    int hosts = wish.disks().size();
    if (hosts > 0 && wish.copies() > hosts) {
      broken.add(
          BrokenRule.of(
              "addons.rook.replicas",
              Message.of("cluster.rook.copies", wish.copies(), hosts),
              Message.of("cluster.rook.copies.allowed", hosts)));
    }
  }
}
