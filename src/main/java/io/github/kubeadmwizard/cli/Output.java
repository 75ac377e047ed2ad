package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a command reads and says things: results on {@code out}, everything about them on {@code
 * err}, both in the user's language.
 */
record Output(Words words, InputStream in, PrintStream out, PrintStream err) {

  /** The same, where nothing that a run says is a result. */
  Output aside() {
    return new Output(words, in, err, err);
  }

  /** A line of the result. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A sentence of the result. */
  void say(Message message) {
    line(words.say(message));
  }

  /** A sentence about the work. */
  void tell(Message message) {
    err.println(words.say(message));
    err.flush();
  }

  /** An expected failure, whole. */
  void tell(Problem problem) {
    new ProblemText(words).lines(problem).forEach(err::println);
    err.flush();
  }

  /** The same of each: whole on the terminal, or as JSON lines among the results. */
  void tell(List<Problem> problems, boolean json) {
    var lines = new JsonLines(out, words, false);
    problems.forEach(json ? lines::problem : this::tell);
  }
}
