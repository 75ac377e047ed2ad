package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real checks, plan and runner on practice machines. */
final class PracticeTest {
  private final PracticeBench bench =
      new PracticeBench(PracticeMachines.stumbling(Pace.NONE, Clock.systemUTC()));

  private static ClusterSpec all() {
    return PracticeCluster.all(KubernetesVersion.parse("1.36"));
  }

  private static ClusterSpec installable() {
    return PracticeCluster.installable(KubernetesVersion.parse("1.36"));
  }

  private static List<String> said(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.state() != State.PASSED)
        .map(PracticeTest::say)
        .toList();
  }

  private static String say(Finding finding) {
    return finding.host().map(Object::toString).orElse("all")
        + " "
        + finding.key()
        + " "
        + finding.state();
  }

  @Test
  void theChecksFindWhatIsMeantToBeFound() {
    try (var open = bench.open(all())) {
      var lines = said(open.checked());
      lines.forEach(System.out::println);
      assertThat(lines).isNotEmpty();
    }
  }

  @Test
  void firstRun() {
    try (var open = bench.open(installable())) {
      var run = open.run();
      System.out.println(run.result());
      var run2 = open.run();
      System.out.println(run2.result());
      var run3 = open.run();
      System.out.println(run3.result());
      said(open.checked()).forEach(System.out::println);
    }
  }
}
