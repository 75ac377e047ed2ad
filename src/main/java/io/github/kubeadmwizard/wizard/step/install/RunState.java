package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;
import java.time.Duration;
import java.time.Instant;

/** How the run as a whole stands. */
public sealed interface RunState {
  /** There was none. */
  record None() implements RunState {}

  /**
   * It is on.
   *
   * @param stopping whether it was asked to stop
   */
  record Going(Instant since, boolean stopping) implements RunState {}

  /** It is over. */
  record Over(RunEvent.End end, String runId, Duration took) implements RunState {}

  /** It could not begin. */
  record NotBegun(Message why) implements RunState {}

  /**
   * The same beside the step's name.
   *
   * @param progress from 0 to 1
   * @param failures how many
   */
  default StepState asStep(double progress, int failures) {
    int percent = (int) Math.floor(progress * 100);
    return switch (this) {
      case None _ -> StepState.notYet();
      case Going(var _, boolean stopping) ->
          stopping
              ? StepState.of(
                  StepState.Kind.RUNNING,
                  Message.of("wizard.install.stopping"),
                  Message.of("wizard.install.stopping.remark"))
              : StepState.of(StepState.Kind.RUNNING, Message.of("wizard.install.percent", percent));
      case Over(RunEvent.End end, var _, var _) ->
          switch (end) {
            case DONE -> StepState.of(StepState.Kind.DONE, Message.of("wizard.install.done"));
            case FAILED ->
                StepState.of(
                    StepState.Kind.BLOCKED,
                    Message.of("wizard.install.failed"),
                    Message.of("wizard.install.failed.remark", failures));
            case STOPPED ->
                StepState.of(
                    StepState.Kind.ATTENTION,
                    Message.of("wizard.install.stopped"),
                    Message.of("wizard.install.stopped.remark"));
          };
      case NotBegun(Message why) ->
          StepState.of(StepState.Kind.BLOCKED, Message.of("wizard.install.notStarted"), why);
    };
  }
}
