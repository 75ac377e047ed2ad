package io.github.kubeadmwizard.ui;

import javafx.scene.layout.Region;

/** A row on the screen; shows one line after another as the view scrolls. */
interface LineRow {
  /** What is put on the screen. */
  Region node();

  /** Shows the line at this position. */
  void show(long position);

  /** How wide the whole line is, in pixels. */
  double wholeWidth();

  /** Moves the text to the left by so many pixels. */
  void shift(double x);
}
