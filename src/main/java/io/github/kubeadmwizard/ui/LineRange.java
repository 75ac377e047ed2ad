package io.github.kubeadmwizard.ui;

/**
 * Lines of a text.
 *
 * @param from the first, counted from 1
 * @param to the last
 * @throws IllegalArgumentException unless 1 ≤ from ≤ to
 */
public record LineRange(int from, int to) {
  public LineRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no lines are from " + from + " to " + to);
    }
  }
}
