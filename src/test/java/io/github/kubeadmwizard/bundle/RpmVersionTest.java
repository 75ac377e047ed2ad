package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RpmVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.36.4-1, 1.36.10-1",
    "1.36.4-150500.1.1, 1.36.4-150500.2.1",
    "1.0~rc1-1, 1.0-1",
    "1.0-1, 1.0^20240101-1",
    "1.0^20240101-1, 1.0.1-1",
    "9.9-1, 1:0.1-1",
    "1.0a-1, 1.0.1-1",
    "2.3.7-1.el9, 2.3.7-1.el10",
    "1.0-1, 1.0a-1"
  })
  void theSecondIsNewer(String older, String newer) {
    assertThat(RpmVersion.parse(older)).isLessThan(RpmVersion.parse(newer));
    assertThat(RpmVersion.parse(newer)).isGreaterThan(RpmVersion.parse(older));
  }

  @ParameterizedTest
  @CsvSource({"1.05-1, 1.5-1", "0:1.5-1, 1.5-1", "1.5, 1.5-3.el9", "1_5-1, 1.5-1"})
  void thatMakesNoDifference(String one, String other) {
    assertThat(RpmVersion.parse(one)).isEqualByComparingTo(RpmVersion.parse(other));
  }
}
