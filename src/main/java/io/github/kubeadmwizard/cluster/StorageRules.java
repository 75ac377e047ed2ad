package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.cluster.AddonSpec.Nfs;
import io.github.kubeadmwizard.cluster.AddonSpec.Prometheus;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.stream.Stream;

/** Rules on the volumes that add-ons give. */
final class StorageRules {
  private StorageRules() {}

  static void broken(AddonsSpec addons, List<BrokenRule> broken) {
    addons.find(Nfs.class).ifPresent(nfs -> server(nfs, broken));
    addons
        .find(Prometheus.class)
        .filter(wish -> wish.storageSize().isPresent() && wish.storageClass().isEmpty())
        .ifPresent(_ ->
            broken.add(
                BrokenRule.of(
                    "addons.prometheus.storageSize",
                    Message.of("cluster.prometheusSize.what"),
                    Message.of("cluster.prometheusSize.allowed"))));
    List<String> defaults = addons.chosen().stream().flatMap(StorageRules::asDefault).toList();
    for (String other : defaults.stream().skip(1).toList()) {
      // the newest of several would be taken, which nobody sees; source: docs, storage classes
      broken.add(
          BrokenRule.of(
              other + ".defaultClass",
              Message.of("cluster.defaultClass.two", defaults.getFirst(), other),
              Message.of("cluster.defaultClass.allowed")));
    }
  }

  private static Stream<String> asDefault(AddonSpec addon) {
    boolean is =
        switch (addon) {
          case LocalPath wish -> wish.defaultClass();
          case Nfs wish -> wish.defaultClass();
          case Rook wish -> wish.defaultClass();
          default -> false;
        };
    return is ? Stream.of("addons." + addon.name().key()) : Stream.empty();
  }

  private static void server(Nfs wish, List<BrokenRule> broken) {
    if (wish.server().isEmpty()) {
      broken.add(missing("addons.nfs.server"));
    }
    if (wish.share().isEmpty()) {
      broken.add(missing("addons.nfs.share"));
    }
  }

  private static BrokenRule missing(String path) {
    return BrokenRule.of(
        path, Message.of("cluster.nfs.missing"), Message.of("cluster.nfs.allowed"));
  }
}
