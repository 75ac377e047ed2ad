package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LauncherTest {
  @Test
  void runsOnJava25() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }
}
