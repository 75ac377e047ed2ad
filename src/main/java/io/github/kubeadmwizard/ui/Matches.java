package io.github.kubeadmwizard.ui;

import org.jspecify.annotations.Nullable;

/** The matches of a search in the log, and the one that is chosen. On JavaFX's thread. */
final class Matches {
  private final Needle needle;
  private final @Nullable LogScan scan;
  private final long target;
  private LineIndex index = LineIndex.empty();
  private long oldest;
  private long chosen = -1;

  private Matches(Needle needle, @Nullable LogScan scan, long target) {
    this.needle = needle;
    this.scan = scan;
    this.target = target;
  }

  static Matches none() {
    return new Matches(new Needle(""), null, 0);
  }

  /**
   * @param target one can choose when the scan has come to this line
   */
  static Matches of(Needle needle, LogScan scan, long target) {
    return new Matches(needle, scan, target);
  }

  Needle needle() {
    return needle;
  }

  /** Takes what the scan has found by now. */
  void update(long oldestLine) {
    if (scan != null) {
      scan.goOn();
      index = scan.index();
      oldest = index.hitsBefore(index.atOrAfter(oldestLine));
      chosen = chosen >= 0 && chosen < oldest ? -1 : chosen;
    }
  }

  void stop() {
    if (scan != null) {
      scan.stop();
    }
  }

  MatchCount count() {
    return new MatchCount(chosen < 0 ? 0 : chosen - oldest + 1, total());
  }

  private long total() {
    return index.hitsBefore(index.end()) - oldest;
  }

  /** Whether all the lines that there were when the search began have been looked at. */
  boolean isComplete() {
    return scan == null || scan.scannedTo() >= target;
  }

  /**
   * Chooses the first one from this line on, once all the lines that there were have been looked
   * at.
   *
   * @return whether it did so just now
   */
  boolean chooseFrom(long line) {
    if (chosen >= 0 || total() == 0 || !isComplete()) {
      return false;
    }
    long hit = index.hitsBefore(index.atOrAfter(line));
    chosen = hit == index.hitsBefore(index.end()) ? hit - 1 : hit;
    return true;
  }

  /** Chooses the next (1) or the previous (-1), round the ends. */
  void step(int by) {
    if (total() > 0) {
      long at = chosen < 0 ? (by > 0 ? -1 : 0) : chosen - oldest;
      chosen = oldest + Math.floorMod(at + by, total());
    }
  }

  /** The line of the chosen match, or -1. */
  long line() {
    return chosen < 0 ? -1 : index.line(index.entryOfHit(chosen));
  }

  /** Which match it is in its line, from 0. */
  int inLine() {
    return (int) (chosen - index.hitsBefore(index.entryOfHit(chosen)));
  }
}
