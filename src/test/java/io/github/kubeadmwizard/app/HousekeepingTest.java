package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HousekeepingTest {
  private static final long MB = 1L << 20;

  @Test
  void aProgramThatNeedsLittleMayLeaveSomeLying() {
    assertThat(Housekeeping.isDue(80 * MB, 32 * MB)).isFalse();
    assertThat(Housekeeping.isDue(81 * MB, 32 * MB)).isTrue();
  }

  @Test
  void whoNeedsMuchMayLeaveHalfOfItLying() {
    assertThat(Housekeeping.isDue(300 * MB, 200 * MB)).isFalse();
    assertThat(Housekeeping.isDue(301 * MB, 200 * MB)).isTrue();
  }

  @Test
  void lessThanBeforeIsNothingToCollect() {
    assertThat(Housekeeping.isDue(20 * MB, 150 * MB)).isFalse();
  }
}
