package io.github.kubeadmwizard.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Counts frames and how busy JavaFX's thread is. An AnimationTimer ticks at the beginning of each
 * pulse and the scene calls at the end of its layout: the CPU time between the two is the pulse.
 * What follows until the next tick is not ours: the headless platform copies the window to its
 * screen there, pixel by pixel (in a JVM with the quick compiler alone that takes 30 to 60 ms).
 */
final class Frames {
  private static final double MILLI = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Scene scene;
  private final long startNanos = System.nanoTime();
  private final long startCpu = THREADS.getCurrentThreadCpuTime();
  private final Runnable laidOut = this::laidOut;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          tick();
        }
      };
  private long lastNanos = startNanos;
  private long lastCpu = startCpu;
  private final AtomicInteger frames = new AtomicInteger();
  private int over16;
  private long longestPulse;
  private long longestFrame;

  private Frames(Scene scene) {
    this.scene = scene;
  }

  /** Begins to count; on JavaFX's thread. */
  static Frames start(Scene scene) {
    var frames = new Frames(scene);
    frames.timer.start();
    scene.addPostLayoutPulseListener(frames.laidOut);
    return frames;
  }

  private void tick() {
    long nanos = System.nanoTime();
    frames.incrementAndGet();
    longestFrame = Math.max(longestFrame, nanos - lastNanos);
    lastNanos = nanos;
    lastCpu = THREADS.getCurrentThreadCpuTime();
  }

  private void laidOut() {
    long pulse = THREADS.getCurrentThreadCpuTime() - lastCpu;
    longestPulse = Math.max(longestPulse, pulse);
    over16 += pulse > 16 * MILLI ? 1 : 0;
  }

  /** How many so far; on any thread. */
  int count() {
    return frames.get();
  }

  Seen stop() {
    timer.stop();
    scene.removePostLayoutPulseListener(laidOut);
    return new Seen(
        frames.get(),
        (lastNanos - startNanos) / 1e9,
        (double) (lastCpu - startCpu) / (lastNanos - startNanos),
        longestPulse / MILLI,
        longestFrame / MILLI,
        over16);
  }

  /**
   * @param seconds of the wall clock
   * @param share of the CPU time of JavaFX's thread in it
   * @param longestPulse CPU time from a tick to the end of the layout, in ms
   * @param longestFrame wall clock between two pulses, in ms
   * @param over16 how many pulses took more than 16 ms of CPU time
   */
  record Seen(
      int frames,
      double seconds,
      double share,
      double longestPulse,
      double longestFrame,
      int over16) {
    double framesPerSecond() {
      return frames / seconds;
    }

    long rate(long count) {
      return Math.round(count / seconds);
    }
  }
}
