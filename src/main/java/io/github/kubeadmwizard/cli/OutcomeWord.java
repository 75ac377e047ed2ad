package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.text.Message;

/** How an action ended, in a word: for people, and for programs. */
final class OutcomeWord {
  private OutcomeWord() {}

  static Message of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unchanged _ -> Message.of("cli.outcome.unchanged");
      case Outcome.Changed _ -> Message.of("cli.outcome.changed");
      case Outcome.Skipped(Message why) -> Message.of("cli.outcome.skipped", why);
      case Outcome.Failed _ -> Message.of("cli.outcome.failed");
    };
  }

  /** The value of {@code result} in JSON: part of the interface, never translated. */
  static String forPrograms(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unchanged _ -> "unchanged";
      case Outcome.Changed _ -> "changed";
      case Outcome.Skipped _ -> "skipped";
      case Outcome.Failed _ -> "failed";
    };
  }
}
