package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/**
 * What a check says of one host.
 *
 * @param shortly what was read, a word or two for a matrix cell
 * @param read what was read, as a sentence
 * @param mend the actions that mend it, in order; empty where only the user can
 */
record Verdict(State state, Message shortly, Message read, List<Action> mend) {
  Verdict {
    mend = List.copyOf(mend);
  }

  static Verdict passed(Message shortly, Message read) {
    return new Verdict(State.PASSED, shortly, read, List.of());
  }

  static Verdict setByInstall(Message shortly, Message read) {
    return new Verdict(State.SET_BY_INSTALL, shortly, read, List.of());
  }

  static Verdict warning(Message shortly, Message read) {
    return new Verdict(State.WARNING, shortly, read, List.of());
  }

  static Verdict blocks(Message shortly, Message read) {
    return new Verdict(State.BLOCKS, shortly, read, List.of());
  }

  /** The same, mended by these. */
  Verdict mendedBy(Action... actions) {
    return new Verdict(state, shortly, read, List.of(actions));
  }

  /** A value as it was read, for a cell. */
  static Message value(Object value) {
    return Message.of("check.value", value);
  }
}
