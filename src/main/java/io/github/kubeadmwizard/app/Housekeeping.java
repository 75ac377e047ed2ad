package io.github.kubeadmwizard.app;

import java.time.Duration;

/**
 * Gives memory back long before the heap is full. Java's serial collector, which leaves a screen on
 * two processors the most frames, lets garbage that has grown old lie until the limit is reached:
 * half a gigabyte, for a window that stands open for days or shows a flood of log. Collecting all
 * stops the program for some frames, so it is done only when garbage may be half of what is needed,
 * and no little. The figures: docs/decisions/log-view.md.
 */
public final class Housekeeping {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long MB = 1L << 20;

  /** The first page needs as much. */
  private static final long AT_FIRST = 32 * MB;

  private static final long LEAST_GARBAGE = 48 * MB;

  private Housekeeping() {}

  /** Begins, in a thread of its own that ends with the program. */
  public static void begin() {
    Thread.ofPlatform().daemon().name("housekeeping").start(Housekeeping::keep);
  }

  private static void keep() {
    long needed = AT_FIRST;
    try {
      while (true) {
        Thread.sleep(PAUSE);
        if (isDue(used(), needed)) {
          System.gc();
          needed = used();
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param used bytes of the heap that hold objects, needed or not
   * @param needed bytes that were left after the last time
   */
  static boolean isDue(long used, long needed) {
    return used - needed > Math.max(LEAST_GARBAGE, needed / 2);
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
