package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * How a step stands.
 *
 * @param shortly two to four words for the sidebar
 * @param remark what stands beside Next, where there is something to say
 */
public record StepState(Kind kind, Message shortly, Optional<Message> remark) {

  /** Without a remark beside Next. */
  public static StepState of(Kind kind, Message shortly) {
    return new StepState(kind, shortly, Optional.empty());
  }

  /** With a remark beside Next. */
  public static StepState of(Kind kind, Message shortly, Message remark) {
    return new StepState(kind, shortly, Optional.of(remark));
  }

  /** Nothing can be said of it before an earlier step is done. */
  public static StepState notYet() {
    return of(Kind.NOT_YET, Message.of("wizard.state.notYet"));
  }

  /** How a step stands, from good to bad. */
  public enum Kind {
    NOT_YET,
    SUGGESTED,
    DONE,
    RUNNING,
    ATTENTION,
    BLOCKED
  }
}
