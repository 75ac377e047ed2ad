package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Rules on how the dashboard is reached. */
final class DashboardRules {
  private static final String HOST = "addons.dashboard.host";

  private DashboardRules() {}

  static void broken(AddonsSpec addons, List<BrokenRule> broken) {
    addons
        .find(Dashboard.class)
        .filter(dashboard -> dashboard.host().isPresent())
        .ifPresent(dashboard -> {
          if (!addons.has(AddonSpec.Name.INGRESS)) {
            broken.add(rule("cluster.dashboardHost.noIngress"));
          }
        });
  }

  private static BrokenRule rule(String what) {
    return BrokenRule.of(HOST, Message.of(what), Message.of("cluster.dashboardHost.allowed"));
  }
}
