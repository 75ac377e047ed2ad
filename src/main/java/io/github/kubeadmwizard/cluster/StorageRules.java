package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.cluster.AddonSpec.Nfs;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Rules on the volumes that add-ons give. */
final class StorageRules {
  private StorageRules() {}

  static void broken(AddonsSpec addons, List<BrokenRule> broken) {
    addons.find(Nfs.class).ifPresent(nfs -> server(nfs, broken));
    boolean local = addons.find(LocalPath.class).filter(LocalPath::defaultClass).isPresent();
    if (local && addons.find(Nfs.class).filter(Nfs::defaultClass).isPresent()) {
      // the newest of several would be taken, which nobody sees; source: docs, storage classes
      broken.add(
          BrokenRule.of(
              "addons.nfs.defaultClass",
              Message.of("cluster.defaultClass.two", "addons.localPath", "addons.nfs"),
              Message.of("cluster.defaultClass.allowed")));
    }
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
