package io.github.kubeadmwizard.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Does its work once in the next pulse, before styles and layout, however often it is asked. */
final class OncePerPulse {
  private final Runnable work;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          asked.set(false); // before the work: what comes during it is for the next pulse
          work.run();
        }
      };

  OncePerPulse(Runnable work) {
    this.work = work;
  }

  /** From any thread. */
  void ask() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(timer::start);
    }
  }
}
