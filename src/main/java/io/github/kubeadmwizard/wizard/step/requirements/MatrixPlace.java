package io.github.kubeadmwizard.wizard.step.requirements;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Where a row stands in the table. What stands in it changes, and its cells with it. */
final class MatrixPlace {
  private final ObjectProperty<MatrixRow> row;

  MatrixPlace(MatrixRow row) {
    this.row = new SimpleObjectProperty<>(row);
  }

  /** What stands in it, observable. */
  ReadOnlyObjectProperty<MatrixRow> property() {
    return row;
  }

  MatrixRow row() {
    return row.get();
  }

  /**
   * Its cells say this from now on; an equal one too, as a column may be another machine's by now.
   */
  void set(MatrixRow now) {
    row.set(now);
  }
}
