package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules on the pod network's plugin. */
final class CniRules {
  /** Flannel's back ends that we make. Source: flannel, Documentation/backends.md. */
  private static final List<String> FLANNEL_BACKENDS = List.of("vxlan", "host-gw", "wireguard");

  private static final Set<String> FLANNEL_OPTIONS = Set.of("directRouting");

  private CniRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    return switch (spec.cni().name()) {
      case FLANNEL -> flannel(spec.cni());
      case MANIFEST -> spec.cni().manifest().isPresent() ? List.of() : List.of(noManifest());
      default -> List.of();
    };
  }

  private static BrokenRule noManifest() {
    return BrokenRule.of(
        "cni.manifest",
        Message.of("cluster.cniManifest.what"),
        Message.of("cluster.cniManifest.allowed"));
  }

  private static List<BrokenRule> flannel(CniSpec cni) {
    var broken = new ArrayList<BrokenRule>();
    if (cni.manifest().isPresent()) {
      broken.add(noManifest());
    }
    var backend = cni.backend().orElse("vxlan");
    if (!FLANNEL_BACKENDS.contains(backend)) {
      broken.add(
          new BrokenRule(
              "cni.backend",
              Message.of("cluster.flannelBackend.what", backend),
              Message.of("cluster.flannelBackend.allowed", FLANNEL_BACKENDS),
              Nearest.to(backend, FLANNEL_BACKENDS)));
    }
    if (cni.mtu().isPresent() && backend.equals("host-gw")) {
      broken.add(
          BrokenRule.of(
              "cni.mtu",
              Message.of("cluster.flannelMtu.what"),
              Message.of("cluster.flannelMtu.allowed")));
    }
    cni.options().forEach((option, value) -> flannelOption(option, value, broken));
    return broken;
  }

  private static void flannelOption(String option, String value, List<BrokenRule> broken) {
    if (!FLANNEL_OPTIONS.contains(option)) {
      broken.add(
          new BrokenRule(
              "cni." + option,
              Message.of("cluster.flannelOption.what", option),
              Message.of("cluster.flannelOption.allowed", FLANNEL_OPTIONS),
              Nearest.to(option, List.of("backend", "interface", "mtu", "directRouting"))));
    } else if (!value.equals("true") && !value.equals("false")) {
      broken.add(
          BrokenRule.of(
              "cni." + option,
              Message.of("cluster.flannelSwitch.what", value),
              Message.of("cluster.flannelSwitch.allowed")));
    }
  }
}
