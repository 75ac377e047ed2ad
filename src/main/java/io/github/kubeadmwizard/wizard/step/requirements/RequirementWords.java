package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;

/** How columns are called. */
final class RequirementWords {
  private RequirementWords() {}

  /** Short, for the head of a column. */
  static Message head(Matrix.Column column) {
    if (column.isWholeCluster()) {
      return Message.of("wizard.requirements.cluster");
    }
    String first = column.hosts().getFirst().value();
    return column.hosts().size() == 1
        ? Message.of("wizard.requirements.host", first)
        : Message.of("wizard.requirements.hostAndOthers", first, column.hosts().size() - 1);
  }

  /** Every machine by name. */
  static Message hosts(Matrix.Column column) {
    return column.isWholeCluster()
        ? Message.of("wizard.requirements.cluster")
        : Message.of(
            "wizard.requirements.hosts", column.hosts().stream().map(HostName::value).toList());
  }
}
