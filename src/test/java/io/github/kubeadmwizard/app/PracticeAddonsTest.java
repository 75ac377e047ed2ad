package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Add-ons of many stages on practice machines. */
final class PracticeAddonsTest {
  private final PracticeBench bench =
      new PracticeBench(PracticeMachines.stumbling(Pace.NONE, Clock.systemUTC()));

  @Test
  void prometheusIsInstalledStageByStageAndOnce() {
    var spec =
        PracticeCluster.installable(KubernetesVersion.parse("1.36"))
            .with(new AddonsSpec(List.of(AddonSpec.Prometheus.DEFAULT), List.of()));
    try (var open = bench.open(spec)) {
      open.run(); // one worker fails at first
      var first = open.run();
      assertThat(first.changed())
          .filteredOn(action -> action.contains("prometheus"))
          .containsExactly(
              "p1 apply-prometheus-namespace",
              "p1 apply-prometheus-kinds",
              "p1 apply-prometheus-operator",
              "p1 apply-prometheus-programs",
              "p1 secret-prometheus-programs",
              "p1 apply-prometheus-resources",
              "p1 apply-prometheus-resource-metrics",
              "p1 apply-prometheus-custom-metrics");
      assertThat(first.lines("p1", "apply-prometheus-resources"))
          .contains("prometheus.monitoring.coreos.com/k8s serverside-applied");
      assertThat(first.result().end()).isEqualTo(RunEvent.End.DONE);
      assertThat(open.run().changed()).isEmpty();
    }
  }

  @Test
  void logsAreKeptAndTheirPasswordIsMadeOnce() {
    var spec =
        PracticeCluster.installable(KubernetesVersion.parse("1.36"))
            .with(new AddonsSpec(List.of(AddonSpec.Logs.DEFAULT), List.of()));
    try (var open = bench.open(spec)) {
      open.run(); // one worker fails at first
      var first = open.run();
      assertThat(first.changed())
          .filteredOn(action -> action.contains("logs"))
          .containsExactly("p1 apply-logs-namespace", "p1 secret-logs-namespace", "p1 apply-logs");
      assertThat(first.lines("p1", "apply-logs"))
          .contains("daemonset.apps/vlagent serverside-applied");
      assertThat(first.result().end()).isEqualTo(RunEvent.End.DONE);
      assertThat(open.run().changed()).isEmpty();
    }
  }
}
