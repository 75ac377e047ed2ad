package io.github.kubeadmwizard.wizard;

import javafx.beans.value.ObservableValue;

/**
 * What a step knows and decides; no control stands in it. It is used on the JavaFX thread alone.
 */
public interface StepModel {

  /** Which step. */
  Step step();

  /** How it stands. */
  ObservableValue<StepState> state();
}
