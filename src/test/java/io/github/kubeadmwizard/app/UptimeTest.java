package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UptimeTest {
  private static final String STAT =
      "4711 (kubeadm) wizard) S 1 4711 4711 0 -1 4194304 100 0 0 0 12 3 0 0 20 0 23 0 4582871 9 9";

  @Test
  void countsBothEndsFromTheBoot() {
    assertThat(Uptime.between(STAT, "45829.70 90000.12\n")).isEqualTo(Duration.ofMillis(990));
  }

  @Test
  void isNoLessThanWhatTheVirtualMachineSaysOfItself() {
    long machine = ManagementFactory.getRuntimeMXBean().getUptime();
    assertThat(Uptime.ofThisProcess().orElseThrow().toMillis())
        .isGreaterThanOrEqualTo(machine - 20);
  }
}
