package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;

/** How the step stands by what was found. */
final class ReportState {
  private ReportState() {}

  static StepState of(CheckReport found) {
    int blocks = found.in(State.BLOCKS).size();
    int warnings = found.in(State.WARNING).size();
    int overridden = found.in(State.OVERRIDDEN).size();
    if (blocks > 0) {
      return StepState.of(
          StepState.Kind.BLOCKED,
          Message.of("wizard.requirements.block", blocks),
          Message.of("wizard.requirements.block.remark", blocks));
    }
    if (overridden > 0) {
      return StepState.of(
          StepState.Kind.ATTENTION, Message.of("wizard.requirements.overridden", overridden));
    }
    return warnings > 0
        ? StepState.of(StepState.Kind.DONE, Message.of("wizard.requirements.warnings", warnings))
        : StepState.of(StepState.Kind.DONE, Message.of("wizard.requirements.fit"));
  }
}
