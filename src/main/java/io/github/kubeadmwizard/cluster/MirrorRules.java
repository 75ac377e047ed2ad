package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules on a mirror that is called by its name: what cannot come from it by the way chosen. */
final class MirrorRules {
  private MirrorRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    var broken = new ArrayList<BrokenRule>();
    spec.images()
        .mirror()
        .ifPresent(mirror -> {
          docker(spec, mirror, broken);
          nested(spec, mirror, broken);
        });
    return List.copyOf(broken);
  }

  /** Source: Docker docs, registry as a pull through cache: only Docker Hub. */
  private static void docker(ClusterSpec spec, Mirror mirror, List<BrokenRule> broken) {
    Set<String> directly = new TreeSet<>(mirror.proxies().keySet());
    String hub = mirror.proxies().get("docker.io");
    directly.remove("docker.io");
    if (spec.runtime().isDocker() && !directly.isEmpty()) {
      broken.add(
          BrokenRule.of(
              "images.mirror",
              Message.of("cluster.dockerNamed.what", mirror.id(), directly),
              hub == null
                  ? Message.of("cluster.dockerNamed.noHub")
                  : Message.of("cluster.dockerNamed.allowed", "{docker.io: \"" + hub + "\"}")));
    }
  }

  /** A pod network's registry has upstream's paths below it; such a mirror has none. */
  private static void nested(ClusterSpec spec, Mirror mirror, List<BrokenRule> broken) {
    String registry = spec.cni().options().getOrDefault("imageRegistry", "");
    if (mirror.repository().map(ImagesSpec::hostOf).filter(registry::startsWith).isPresent()) {
      broken.add(
          BrokenRule.of(
              "cni.imageRegistry",
              Message.of("cluster.flatRegistry.what", registry, mirror.id()),
              Message.of("cluster.flatRegistry.allowed")));
    }
  }
}
