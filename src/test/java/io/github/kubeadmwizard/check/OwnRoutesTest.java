package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Ranges of the cluster that this computer reaches elsewhere. */
final class OwnRoutesTest {
  private static List<Finding> found(TestCluster cluster) {
    return cluster.look().findings().stream()
        .filter(finding -> finding.check().equals("OwnRoutes"))
        .toList();
  }

  @Test
  void aVpnThatHoldsThePodsIsAWarningThatNamesIt() {
    var finding = found(TestCluster.ofThree().ownRoute("10.240.0.0/12", "wg0")).getFirst();
    assertThat(finding.state()).isEqualTo(State.WARNING);
    assertThat(new Words(Locale.ENGLISH).say(finding.read()))
        .isEqualTo("10.244.0.0/16 meets 10.240.0.0/12 on wg0");
  }

  @Test
  void routesElsewhereAreWell() {
    var finding = found(TestCluster.ofThree().ownRoute("192.168.1.0/24", "wlan0")).getFirst();
    assertThat(finding.state()).isEqualTo(State.PASSED);
  }

  @Test
  void nothingIsSaidWhereTheyAreNotKnown() {
    assertThat(found(TestCluster.ofThree())).isEmpty();
  }
}
