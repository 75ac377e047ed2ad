package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.addons.InstalledAddons.Row;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InstalledAddonsTest {
  private static final String WORKLOADS =
      """
      {"kind": "List", "items": [
        {"kind": "Deployment", "metadata": {"namespace": "kube-system", "name": "headlamp"},
         "spec": {"replicas": 1, "template": {"spec": {"containers": [{"image": "x/headlamp:v1"}]}}},
         "status": {}},
        {"kind": "DaemonSet", "metadata": {"namespace": "metallb-system", "name": "controller"}}]}
      """;

  @Test
  void anAddonIsToldByItsDeploymentAndNothingElse() {
    var rows = InstalledAddons.of(JsonTree.of(WORKLOADS));
    assertThat(rows)
        .contains(
            new Row(
                AddonSpec.Name.DASHBOARD, "Headlamp", "0/1", false, Optional.of("x/headlamp:v1")),
            new Row(AddonSpec.Name.METALLB, "MetalLB", "", false, Optional.empty()));
    assertThat(rows).filteredOn(row -> row.image().isPresent()).hasSize(1);
  }

  @Test
  void logsAreTakenAwayAsTheyWereWished() {
    var host = HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE));
    var wish = new AddonSpec.Logs("4w", Optional.of("nfs"), "50Gi");
    var bare = ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(host));
    var spec = bare.with(new AddonsSpec(List.of(wish), List.of()));
    assertThat(InstalledAddons.withAlone(spec, AddonSpec.Name.LOGS).addons().chosen())
        .containsExactly(wish);
    assertThat(InstalledAddons.withAlone(bare, AddonSpec.Name.LOGS).addons().chosen())
        .containsExactly(AddonSpec.Logs.DEFAULT);
    assertThat(InstalledAddons.keys()).contains("logs");
  }

  @Test
  void oneDashboardIsNotTheOther() {
    var host = HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE));
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(host))
            .with(new AddonsSpec(List.of(AddonSpec.Dashboard.DEFAULT), List.of()));
    assertThat(InstalledAddons.of(JsonTree.of("{}")))
        .filteredOn(row -> InstalledAddons.isWished(row, spec))
        .extracting(Row::name)
        .containsExactly("Headlamp");
  }

  @Test
  void prometheusIsTakenAwayWholeWhateverItsFileSaysNow() {
    var host = HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE));
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(host))
            .with(
                new AddonsSpec(
                    List.of(AddonSpec.MetricsServer.DEFAULT, AddonSpec.Prometheus.DEFAULT),
                    List.of()));
    assertThat(InstalledAddons.withAlone(spec, AddonSpec.Name.PROMETHEUS).addons().chosen())
        .containsExactly(new AddonSpec.Prometheus(3, "24h", Optional.empty(), Optional.empty()));
    assertThat(InstalledAddons.keys()).contains("prometheus");
  }
}
