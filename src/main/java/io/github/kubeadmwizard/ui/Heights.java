package io.github.kubeadmwizard.ui;

import java.util.function.DoubleUnaryOperator;

/**
 * How high something is at a width, remembered until it asks for layout. JavaFX asks for the least
 * and the wished height of what wraps several times in each layout, and a box asks all that is in
 * it again: boxes in boxes would have every text of a long document measured many times.
 */
final class Heights {
  private double leastAt = Double.NaN;
  private double least;
  private double wishedAt = Double.NaN;
  private double wished;

  /** What is in it has changed. */
  void forget() {
    leastAt = Double.NaN;
    wishedAt = Double.NaN;
  }

  double least(double width, DoubleUnaryOperator measure) {
    if (leastAt != width) {
      least = measure.applyAsDouble(width);
      leastAt = width;
    }
    return least;
  }

  double wished(double width, DoubleUnaryOperator measure) {
    if (wishedAt != width) {
      wished = measure.applyAsDouble(width);
      wishedAt = width;
    }
    return wished;
  }
}
