package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.Optional;

/** Everything that a run tells. Nothing else crosses to a screen, a log or the journal. */
public sealed interface RunEvent {

  /** When it happened. */
  Instant at();

  /**
   * The run begins.
   *
   * @param runId its id
   * @param plan what will be walked
   */
  record RunStarted(Instant at, String runId, Plan plan) implements RunEvent {}

  /** A host enters a phase. */
  record PhaseStarted(Instant at, HostName host, String phase) implements RunEvent {}

  /**
   * A host waits before it can go on.
   *
   * @param action empty while it waits at a gate
   * @param what for what, from conditions, events and pod states
   */
  record Waiting(Instant at, HostName host, String phase, Optional<String> action, Message what)
      implements RunEvent {}

  /** An action begins. */
  record ActionStarted(Instant at, HostName host, String phase, String action, Message title)
      implements RunEvent {}

  /**
   * A line of output.
   *
   * @param error whether it came on standard error
   * @param line secrets masked, without line end
   */
  record Output(Instant at, HostName host, String phase, String action, boolean error, String line)
      implements RunEvent {}

  /**
   * An action is this far.
   *
   * @param done of {@code total}
   * @param total 0 where it is not known
   * @param step a step's own name, such as kubeadm's {@code certs}
   */
  record Progress(
      Instant at, HostName host, String phase, String action, int done, int total, String step)
      implements RunEvent {}

  /** An action ended. */
  record ActionFinished(Instant at, HostName host, String phase, String action, Outcome outcome)
      implements RunEvent {}

  /**
   * A host left its lane.
   *
   * @param end how
   * @param why the reason where it did not go to the end: which host's failure it waited for
   */
  record HostFinished(Instant at, HostName host, End end, Optional<Message> why)
      implements RunEvent {}

  /** The run is over. */
  record RunFinished(Instant at, RunResult result) implements RunEvent {}

  /** How a lane or a run ended. */
  enum End {
    DONE,
    FAILED,
    STOPPED
  }
}
