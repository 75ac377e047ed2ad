package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;

/**
 * Where a dashboard answers within the cluster, and as whom one signs in.
 *
 * @param account a service account of the same namespace
 * @param scheme {@code http} or {@code https}
 */
public record DashboardPlace(String namespace, String service, String account, String scheme) {

  /** That of this program. */
  public static DashboardPlace of(Dashboard.Kind kind) {
    return switch (kind) {
      case HEADLAMP ->
          new DashboardPlace(Headlamp.NAMESPACE, Headlamp.NAME, Headlamp.ACCOUNT, "http");
      case KUBERNETES_DASHBOARD ->
          new DashboardPlace(
              KubernetesDashboard.NAMESPACE,
              KubernetesDashboard.NAME,
              KubernetesDashboard.ACCOUNT,
              "https");
    };
  }
}
