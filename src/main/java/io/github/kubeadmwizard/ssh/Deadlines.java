package io.github.kubeadmwizard.ssh;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cuts what takes too long; sshj itself would wait for ever in several places. */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock;

  Deadlines() {
    clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("ssh-deadlines").factory());
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Runs the cut when the time is over, unless the watch is closed before. */
  Watch watch(Duration time, Runnable cut) {
    return new Watch(time, cut);
  }

  /** Does this again and again, from a thread of its own each time, until what it gives is run. */
  Runnable every(Duration time, Runnable work) {
    long nanos = time.toNanos();
    ScheduledFuture<?> beat =
        clock.scheduleAtFixedRate(
            () -> Thread.startVirtualThread(work), nanos, nanos, TimeUnit.NANOSECONDS);
    return () -> beat.cancel(false);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** A running deadline. */
  final class Watch implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledFuture<?> alarm;

    private Watch(Duration time, Runnable cut) {
      alarm =
          clock.schedule(
              () -> {
                over.set(true);
                Thread.startVirtualThread(cut);
              },
              time.toNanos(),
              TimeUnit.NANOSECONDS);
    }

    /** Whether the time was over before the watch was closed. */
    boolean isOver() {
      return over.get();
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
