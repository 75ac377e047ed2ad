package io.github.kubeadmwizard.ui;

import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Running text that is measured once for a width, as long as nothing in it changes. */
public final class SteadyText extends TextFlow {
  private final @Nullable Heights heights = new Heights(); // null while JavaFX makes what is below

  @Override
  public void requestLayout() {
    if (heights != null) {
      heights.forget();
    }
    super.requestLayout();
  }

  @Override
  protected double computeMinHeight(double width) {
    return heights == null
        ? super.computeMinHeight(width)
        : heights.least(width, super::computeMinHeight);
  }

  @Override
  protected double computePrefHeight(double width) {
    return heights == null
        ? super.computePrefHeight(width)
        : heights.wished(width, super::computePrefHeight);
  }
}
