package io.github.kubeadmwizard.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Does its work once in a coming pulse, before styles and layout, however often it is asked: in the
 * next one, unless it was done too short a time ago.
 */
final class OncePerPulse {
  private final Runnable work;
  private final long pause;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AnimationTimer timer =
      new AnimationTimer() {
        private long done = Long.MIN_VALUE / 2; // nanoseconds

        @Override
        public void handle(long now) {
          if (now - done < pause) {
            return;
          }
          stop();
          done = now;
          asked.set(false); // before the work: what comes during it is for the next pulse
          work.run();
        }
      };

  /**
   * @param pause the least time between two
   */
  OncePerPulse(Duration pause, Runnable work) {
    this.pause = pause.toNanos();
    this.work = work;
  }

  /** From any thread. */
  void ask() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(timer::start);
    }
  }
}
