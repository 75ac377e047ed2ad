package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * An expected failure, as a value. Users read this, never a stack trace.
 *
 * @param id stable, such as {@code ssh.signInRefused}
 * @param host where it happened
 * @param phase during which phase, or empty
 * @param what what happened
 * @param why the cause, as far as it is known
 * @param remedy what the user can do
 * @param command what failed on the host, where there was one
 * @param mend the actions that mend it, in order; empty where only the user can
 */
public record Problem(
    String id,
    HostName host,
    String phase,
    Message what,
    Message why,
    Message remedy,
    Optional<FailedCommand> command,
    List<Action> mend) {
  public Problem {
    mend = List.copyOf(mend);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a problem needs an id");
    }
  }

  /**
   * A problem whose words are {@code ID.what}, {@code ID.why} and {@code ID.remedy}, all with the
   * same values.
   *
   * @param phase during which phase, or empty
   */
  public static Problem told(
      String id, HostName host, String phase, Optional<FailedCommand> command, Object... args) {
    return new Problem(
        id,
        host,
        phase,
        Message.of(id + ".what", args),
        Message.of(id + ".why", args),
        Message.of(id + ".remedy", args),
        command,
        List.of());
  }

  /** A mistake of this program, which nobody else can mend. */
  static Problem fault(HostName host, Action action, RuntimeException e) {
    return told("engine.fault", host, "", Optional.empty(), action.title(), String.valueOf(e));
  }

  /**
   * The same failure, its cause known by now.
   *
   * @param cause takes the place of what was seen of it at first
   * @param actions what mends it; empty where only the user can
   */
  public Problem explained(Message cause, Message reason, Message advice, List<Action> actions) {
    return new Problem(id, host, phase, cause, reason, advice, command, actions);
  }

  /** The same, at this place of the plan. */
  public Problem during(String phaseId) {
    return new Problem(id, host, phaseId, what, why, remedy, command, mend);
  }
}
