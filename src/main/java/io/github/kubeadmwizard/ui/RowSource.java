package io.github.kubeadmwizard.ui;

/**
 * The rows that a {@link LineRows} shows. A row has a position, which counts what is shown, and the
 * number of its line, which stays the same when a filter changes. Asked on JavaFX's thread.
 */
interface RowSource {
  /** The position of the first row. */
  long first();

  /** One more than the position of the last row. */
  long end();

  /** The line at a position from first to before the end. */
  long lineAt(long position);

  /** The position of this line, or of the next one that is shown. */
  long positionOf(long line);
}
