package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;

/** A yes or no before something is done; a no ends the command. */
record Consent(Terminal terminal, Output output) {

  /**
   * Asks.
   *
   * @param needsYes what is said where nobody can be asked
   */
  void ask(Message question, Message needsYes) throws CommandEnd {
    if (!terminal.canAsk()) {
      output.tell(needsYes);
      throw new CommandEnd(ExitCode.USAGE);
    }
    String prompt = output.words().say(question) + " ";
    if (!Answers.isYes(terminal.ask(prompt).orElse(""))) {
      output.tell(Message.of("cli.install.nothingDone"));
      throw new CommandEnd(ExitCode.FAILED);
    }
  }
}
