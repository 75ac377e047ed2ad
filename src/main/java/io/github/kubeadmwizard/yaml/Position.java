package io.github.kubeadmwizard.yaml;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(int line, int column) {
  /** Where a text begins. */
  public static final Position START = new Position(1, 1);
}
