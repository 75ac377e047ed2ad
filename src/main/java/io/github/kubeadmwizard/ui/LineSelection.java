package io.github.kubeadmwizard.ui;

/** The selected lines, by number: from the one where it began to the one that moves. */
final class LineSelection {
  private long anchor = -1;
  private long lead = -1;

  boolean isEmpty() {
    return lead < 0;
  }

  /** The line that the keys move, or -1. */
  long lead() {
    return lead;
  }

  long from() {
    return Math.min(anchor, lead);
  }

  /** The last selected line. */
  long to() {
    return Math.max(anchor, lead);
  }

  boolean contains(long line) {
    return lead >= 0 && line >= from() && line <= to();
  }

  void clear() {
    anchor = -1;
    lead = -1;
  }

  /** This line alone, or with extend all from where it began. */
  void moveTo(long line, boolean extend) {
    lead = line;
    if (!extend || anchor < 0) {
      anchor = line;
    }
  }

  void select(long from, long to) {
    anchor = from;
    lead = to;
  }
}
