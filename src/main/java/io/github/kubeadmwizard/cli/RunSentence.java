package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.text.Message;

/** How a run ended, in a sentence. */
final class RunSentence {
  private RunSentence() {}

  static Message of(RunResult result) {
    return switch (result.end()) {
      case DONE ->
          result.changed() == 0 && result.failed() == 0 && result.unchanged() > 0
              ? Message.of("cli.end.nothingToDo", result.unchanged(), result.skipped())
              : counts("cli.end.done", result);
      case FAILED -> counts("cli.end.failed", result);
      case STOPPED -> counts("cli.end.stopped", result);
    };
  }

  private static Message counts(String key, RunResult result) {
    return Message.of(key, result.changed(), result.unchanged(), result.skipped(), result.failed());
  }
}
