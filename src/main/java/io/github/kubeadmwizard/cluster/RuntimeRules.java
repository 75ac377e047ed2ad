package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Rules on the container runtime and what it can do. */
final class RuntimeRules {
  private RuntimeRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    var broken = new ArrayList<BrokenRule>();
    RuntimeSpec runtime = spec.runtime();
    List<RuntimeSpec.Source> possible = RuntimeSpec.sources(runtime.name());
    if (!possible.contains(runtime.from())) {
      broken.add(
          BrokenRule.of(
              "runtime.from",
              Message.of(
                  "cluster.runtimeFrom.what", written(runtime.name()), written(runtime.from())),
              Message.of(
                  "cluster.runtimeFrom.allowed",
                  possible.stream().map(RuntimeRules::written).toList())));
    }
    if (runtime.isDocker()) {
      SortedMap<String, String> own = spec.images().own().mirrors();
      own.forEach((registry, mirror) -> docker(spec, registry, mirror, broken));
    }
    return List.copyOf(broken);
  }

  /** Source: Docker docs, registry as a pull through cache: only Docker Hub, without an account. */
  private static void docker(
      ClusterSpec spec, String registry, String mirror, List<BrokenRule> broken) {
    if (!registry.equals("docker.io")) {
      broken.add(
          BrokenRule.of(
              "images.mirrors." + registry,
              Message.of("cluster.dockerMirror.what", registry),
              Message.of("cluster.dockerMirror.allowed")));
    } else if (spec.images().registry(ImagesSpec.hostOf(mirror)).signIn()) {
      broken.add(
          BrokenRule.of(
              "images.mirrors." + registry,
              Message.of("cluster.dockerMirrorAccount.what"),
              Message.of("cluster.dockerMirrorAccount.allowed")));
    }
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
