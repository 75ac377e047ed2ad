package io.github.kubeadmwizard.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javafx.animation.AnimationTimer;

/**
 * Counts frames and how busy JavaFX's thread is: an AnimationTimer ticks at the beginning of each
 * pulse, and the CPU time of the thread between two ticks is what the pulse and the events after it
 * took. Where the machine takes the CPU away, the wall clock's frame grows and the CPU time does
 * not; so both are told.
 */
final class Frames {
  private static final double MILLI = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long startNanos = System.nanoTime();
  private final long startCpu = THREADS.getCurrentThreadCpuTime();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          tick();
        }
      };
  private long lastNanos = startNanos;
  private long lastCpu = startCpu;
  private volatile int frames;
  private int over16;
  private long longestTask;
  private long longestFrame;

  /** Begins to count; on JavaFX's thread. */
  static Frames start() {
    var frames = new Frames();
    frames.timer.start();
    return frames;
  }

  private void tick() {
    long nanos = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    frames = frames + 1;
    longestFrame = Math.max(longestFrame, nanos - lastNanos);
    longestTask = Math.max(longestTask, cpu - lastCpu);
    over16 += cpu - lastCpu > 16 * MILLI ? 1 : 0;
    lastNanos = nanos;
    lastCpu = cpu;
  }

  /** How many so far; on any thread. */
  int count() {
    return frames;
  }

  Seen stop() {
    timer.stop();
    return new Seen(
        frames,
        (lastNanos - startNanos) / 1e9,
        (double) (lastCpu - startCpu) / (lastNanos - startNanos),
        longestTask / MILLI,
        longestFrame / MILLI,
        over16);
  }

  /**
   * @param seconds of the wall clock
   * @param share of the CPU time of JavaFX's thread in it
   * @param longestTask CPU time between two pulses, in ms
   * @param longestFrame wall clock between two pulses, in ms
   * @param over16 how many pulses took more than 16 ms of CPU time
   */
  record Seen(
      int frames,
      double seconds,
      double share,
      double longestTask,
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
