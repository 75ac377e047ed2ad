package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Cancel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast practice goes.
 *
 * @param factor by which recorded times are multiplied: 1 is the speed of the real machines, 0
 *     waits for nothing
 */
public record Pace(double factor) {
  /** Quick enough not to bore, slow enough to see what happens: half a minute for a cluster. */
  public static final Pace USUAL = new Pace(0.15);

  /** For tests. */
  public static final Pace NONE = new Pace(0);

  public Pace {
    if (!(factor >= 0)) {
      throw new IllegalArgumentException("time does not run backwards: " + factor);
    }
  }

  /** The pace of this machine: no two are equally fast. */
  Pace of(String machine) {
    return new Pace(factor * (0.75 + Math.floorMod(machine.hashCode() * 37, 50) / 100.0));
  }

  /** Waits; true when the time was over, false when it was cut short. */
  boolean pause(long millis, Stop stop) {
    long scaled = Math.round(millis * factor);
    try {
      return scaled > 0 ? !stop.within(scaled) : !stop.asked();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What cuts a pause short. */
  static final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Nothing does. */
    static Stop never() {
      return new Stop();
    }

    static Stop when(Cancel cancel) {
      var stop = new Stop();
      cancel.whenAsked(stop.asked::countDown);
      return stop;
    }

    private boolean asked() {
      return asked.getCount() == 0;
    }

    private boolean within(long millis) throws InterruptedException {
      return asked.await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
