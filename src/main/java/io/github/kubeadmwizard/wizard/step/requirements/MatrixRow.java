package io.github.kubeadmwizard.wizard.step.requirements;

import java.util.List;

/** A row of the table on the screen. */
sealed interface MatrixRow {

  /** The same for what stands in the same place when machines were read again. */
  String key();

  /** A group, folded or open. */
  record OfGroup(Matrix.Section section) implements MatrixRow {
    @Override
    public String key() {
      return section.group().name();
    }
  }

  /** A requirement. */
  record OfLine(Matrix.Line line) implements MatrixRow {
    @Override
    public String key() {
      return line.key();
    }
  }

  /** Those of a group that all machines meet. */
  record Passed(Matrix.Section section, List<Matrix.Line> lines) implements MatrixRow {
    @Override
    public String key() {
      return section.group().name() + "/passed";
    }
  }
}
