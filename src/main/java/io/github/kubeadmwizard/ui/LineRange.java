package io.github.kubeadmwizard.ui;

/**
 * Lines of a text.
 *
 * @param from the first, counted from 1
 * @param to the last, not before the first
 */
public record LineRange(int from, int to) {
  public LineRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no lines are from " + from + " to " + to);
    }
  }
}
