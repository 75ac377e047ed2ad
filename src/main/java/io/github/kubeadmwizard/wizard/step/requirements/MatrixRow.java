package io.github.kubeadmwizard.wizard.step.requirements;

/** A row of the table on the screen. */
sealed interface MatrixRow {

  /** A group, folded or open. */
  record OfGroup(Matrix.Section section) implements MatrixRow {}

  /** A requirement. */
  record OfLine(Matrix.Line line) implements MatrixRow {}

  /** Those of a group that all machines meet. */
  record Passed(Matrix.Section section) implements MatrixRow {}
}
