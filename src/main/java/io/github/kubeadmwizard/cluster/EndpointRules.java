package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability.Mode;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Rules on how the control plane is reached. */
final class EndpointRules {
  private static final String VIRTUAL_IP = "network.highAvailability.virtualIP";

  private EndpointRules() {}

  static List<BrokenRule> broken(ClusterSpec spec) {
    var broken = new ArrayList<BrokenRule>();
    var availability = spec.network().highAvailability();
    boolean needed = availability.mode() == Mode.KUBE_VIP || availability.mode() == Mode.KEEPALIVED;
    if (needed && availability.virtualIP().isEmpty()) {
      broken.add(
          BrokenRule.of(
              VIRTUAL_IP,
              Message.of("cluster.virtualIPMissing.what"),
              Message.of("cluster.virtualIPMissing.allowed")));
    }
    if (!needed && availability.virtualIP().isPresent()) {
      broken.add(
          BrokenRule.of(
              VIRTUAL_IP,
              Message.of("cluster.virtualIPUnused.what"),
              Message.of("cluster.virtualIPUnused.allowed")));
    }
    if (availability.mode() == Mode.EXTERNAL && spec.network().endpoint().isEmpty()) {
      broken.add(
          BrokenRule.of(
              "network.endpoint",
              Message.of("cluster.endpointMissing.what"),
              Message.of("cluster.endpointMissing.allowed")));
    }
    return broken;
  }
}
