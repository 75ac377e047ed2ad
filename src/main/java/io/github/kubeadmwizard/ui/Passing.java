package io.github.kubeadmwizard.ui;

import org.jspecify.annotations.Nullable;

/** The lines that pass a filter, by position. Without a filter a position is the line's number. */
final class Passing {
  private final @Nullable LogScan scan;
  private final long target;
  private LineIndex index = LineIndex.empty();

  private Passing(@Nullable LogScan scan, long target) {
    this.scan = scan;
    this.target = target;
  }

  static Passing all() {
    return new Passing(null, 0);
  }

  /**
   * @param target it is worth showing when the scan has come to this line
   */
  static Passing of(LogScan scan, long target) {
    return new Passing(scan, target);
  }

  boolean isReady() {
    return scan == null || scan.scannedTo() >= target;
  }

  /** Takes what the scan has found by now, and lets it go on. */
  void update() {
    if (scan != null) {
      scan.goOn();
      index = scan.index();
    }
  }

  void stop() {
    if (scan != null) {
      scan.stop();
    }
  }

  long first(LogSnapshot log) {
    return scan == null ? log.first() : index.atOrAfter(log.first());
  }

  long end(LogSnapshot log) {
    return scan == null ? log.end() : index.end();
  }

  long lineAt(long position) {
    return scan == null ? position : index.line(position);
  }

  long positionOf(long line, LogSnapshot log) {
    return scan == null ? Math.clamp(line, log.first(), log.end()) : index.atOrAfter(line);
  }
}
