package io.github.kubeadmwizard.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Follows a store in the background and keeps an index of the lines that a rule gives hits. */
final class LogScan {
  private final LogStore store;
  private final LogRule rule;
  private final Executor background;
  private final Runnable news;
  private final AtomicBoolean isRunning = new AtomicBoolean();
  private final LogPage page = new LogPage();
  private final int[] weights = new int[LogPage.MOST_LINES];
  private volatile LineIndex index = LineIndex.empty();
  private volatile long scannedTo;
  private volatile boolean stopped;

  /**
   * @param news called on the background thread when the index has grown
   */
  LogScan(LogStore store, LogRule rule, Executor background, Runnable news) {
    this.store = store;
    this.rule = rule;
    this.background = background;
    this.news = news;
  }

  /** The index as far as the scan has come. */
  LineIndex index() {
    return index;
  }

  /** Every line before this one was looked at. */
  long scannedTo() {
    return scannedTo;
  }

  /** Goes on if there are new lines; returns at once. */
  void goOn() {
    if (!stopped && scannedTo < store.end() && isRunning.compareAndSet(false, true)) {
      background.execute(this::run);
    }
  }

  /** Nobody asks any more. */
  void stop() {
    stopped = true;
  }

  private void run() {
    var log = store.snapshot();
    long at = Math.max(scannedTo, log.first());
    for (int c = log.chunkOf(at); c < log.chunks() && !stopped; c++) {
      scan(log, c, Math.max(at, log.from(c)));
    }
    isRunning.set(false);
    news.run();
  }

  private void scan(LogSnapshot log, int c, long fromLine) {
    var chunk = log.chunk(c);
    int from = (int) (fromLine - chunk.base());
    int to = (int) (log.from(c + 1) - chunk.base());
    if (from < to) {
      chunk.copyTo(page);
      for (int i = from; i < to; i++) {
        weights[i] = rule.hits(page, i);
      }
      index = index.with(chunk.base(), weights, from, to, log.first());
    }
    scannedTo = Math.max(scannedTo, log.from(c + 1));
  }
}
