package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A script that runs in the root helper: it has ended when both streams have said so. */
final class Job {
  /** What the helper writes after the mark, once for each "kill". */
  static final String KILLED = "killed";

  private static final int KILL_CODE = 137;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<Stream, Integer> ended = new EnumMap<>(Stream.class);
  private boolean cancelled;
  private boolean killSent;
  private @Nullable IOException lost;

  /** Why {@link #await} came back. */
  enum State {
    ENDED,
    CANCELLED,
    LATE
  }

  /** What a stream said after the mark: an exit code, or that the kill was done. */
  void ended(Stream stream, String said) {
    lock.lock();
    try {
      if (said.equals(KILLED)) {
        ended.put(stream, KILL_CODE);
      } else if (!killSent) { // after a kill only its own answer counts, so that none is left over
        ended.put(stream, Integer.parseInt(said));
      }
    } catch (NumberFormatException e) {
      lost = new IOException("the helper speaks nonsense", e);
    } finally {
      news.signalAll();
      lock.unlock();
    }
  }

  void cancel() {
    lock.lock();
    try {
      cancelled = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void lost(IOException e) {
    lock.lock();
    try {
      lost = e;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sends the kill, unless the script has ended meanwhile. */
  void kill(Sending send) throws IOException {
    lock.lock();
    try {
      if (!hasEnded()) {
        killSent = true;
        ended.clear();
        send.send();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sends a frame. */
  interface Sending {
    void send() throws IOException;
  }

  int code() {
    lock.lock();
    try {
      return ended.getOrDefault(Stream.OUT, KILL_CODE);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for news.
   *
   * @param heedCancel false while it is being ended already
   * @throws IOException when the line is lost
   */
  State await(Duration time, boolean heedCancel) throws IOException, InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        if (hasEnded()) {
          return State.ENDED;
        }
        if (lost != null) {
          throw lost;
        }
        if (cancelled && heedCancel) {
          return State.CANCELLED;
        }
        if (left <= 0) {
          return State.LATE;
        }
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean hasEnded() {
    return ended.size() == Stream.values().length;
  }
}
