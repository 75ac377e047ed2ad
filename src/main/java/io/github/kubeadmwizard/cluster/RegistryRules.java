package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Rules on how registries are reached. */
final class RegistryRules {
  private RegistryRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    var broken = new ArrayList<BrokenRule>();
    spec.images()
        .registries()
        .forEach((host, registry) -> {
          String path = "images.registries." + host;
          if (registry.plainHttp() && registry.ownTrust()) {
            broken.add(
                BrokenRule.of(
                    path + ".plainHttp",
                    Message.of("cluster.registryHttp.what"),
                    Message.of("cluster.registryHttp.allowed")));
          } else if (registry.skipVerify() && registry.ca().isPresent()) {
            broken.add(
                BrokenRule.of(
                    path + ".skipVerify",
                    Message.of("cluster.registryTrust.what"),
                    Message.of("cluster.registryTrust.allowed")));
          }
        });
    return List.copyOf(broken);
  }
}
