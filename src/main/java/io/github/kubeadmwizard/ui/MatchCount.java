package io.github.kubeadmwizard.ui;

/**
 * Where one is among the matches of a search.
 *
 * @param current from 1; 0 while none is chosen
 * @param total how many there are so far
 */
record MatchCount(long current, long total) {
  static final MatchCount NONE = new MatchCount(0, 0);
}
