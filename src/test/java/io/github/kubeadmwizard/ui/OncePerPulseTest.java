package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** How often a view is filled anew while news floods in. */
@InWindow
final class OncePerPulseTest {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final List<Long> done = new ArrayList<>();
  private final CountDownLatch three = new CountDownLatch(3);
  private final OncePerPulse work = new OncePerPulse(PAUSE, this::note);

  private void note() {
    done.add(System.nanoTime());
    three.countDown();
  }

  @Test
  void itIsDoneForAllThatAskedAndNotAgainBeforeThePauseIsOver(FxRobot robot)
      throws InterruptedException {
    do {
      work.ask();
    } while (!three.await(1, TimeUnit.MILLISECONDS));
    var times = new ArrayList<Long>();
    robot.interact(() -> times.addAll(done));
    // The clock of pulses may tick a little before this one.
    assertThat(times.get(1) - times.get(0)).isGreaterThan(PAUSE.toNanos() / 2);
    assertThat(times.get(2) - times.get(1)).isGreaterThan(PAUSE.toNanos() / 2);
  }

  @Test
  void whatIsAskedForDuringThePauseIsDoneAfterIt() throws InterruptedException {
    work.ask();
    while (three.getCount() == 3) {
      Thread.onSpinWait();
    }
    work.ask(); // in the pause
    while (three.getCount() == 2) {
      Thread.onSpinWait();
    }
    work.ask();
    assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
