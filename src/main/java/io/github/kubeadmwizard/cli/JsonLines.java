package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a run tells, for programs: one JSON object a line; the last is {@code run-finished}. */
final class JsonLines implements RunListener {
  private final PrintStream out;
  private final Words words;
  private final boolean verbose;
  private final ProblemText problems;

  /**
   * @param words the language of the texts; keys and results are never translated
   * @param verbose whether output lines are told, too
   */
  JsonLines(PrintStream out, Words words, boolean verbose) {
    this.out = out;
    this.words = words;
    this.verbose = verbose;
    this.problems = new ProblemText(words);
  }

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted e -> print(of("run-started", "run", e.runId()));
      case RunEvent.PhaseStarted e ->
          print(of("phase-started", "phase", e.phase(), "host", e.host().value()));
      case RunEvent.Waiting e -> {
        var line = of("waiting", "phase", e.phase(), "host", e.host().value());
        e.action().ifPresent(action -> line.put("action", action));
        print(with(line, "what", words.say(e.what())));
      }
      case RunEvent.ActionStarted e ->
          print(action("action-started", e.phase(), e.host(), e.action()));
      case RunEvent.Output e -> {
        if (verbose) {
          print(with(action("output", e.phase(), e.host(), e.action()), "line", e.line()));
        }
      }
      case RunEvent.Progress e -> print(progress(e));
      case RunEvent.ActionFinished e -> print(finished(e));
      case RunEvent.HostFinished e -> print(left(e));
      case RunEvent.RunFinished e -> finish(e.result());
    }
  }

  private static Map<String, Object> progress(RunEvent.Progress event) {
    var line = action("progress", event.phase(), event.host(), event.action());
    line.put("done", event.done());
    line.put("total", event.total());
    return with(line, "step", event.step());
  }

  private Map<String, Object> finished(RunEvent.ActionFinished event) {
    var line = action("action-finished", event.phase(), event.host(), event.action());
    line.put("result", OutcomeWord.forPrograms(event.outcome()));
    switch (event.outcome()) {
      case Outcome.Skipped(Message why) -> line.put("why", words.say(why));
      case Outcome.Failed(Problem problem) -> line.put("problem", problems.tree(problem));
      case Outcome.Changed _, Outcome.Unchanged _ -> {}
    }
    return line;
  }

  private Map<String, Object> left(RunEvent.HostFinished event) {
    var line = of("host-finished", "host", event.host().value(), "result", name(event.end()));
    event.why().ifPresent(why -> line.put("why", words.say(why)));
    return line;
  }

  /** A failure that is not an action's. */
  void problem(Problem problem) {
    var line = of("problem");
    if (!problem.phase().isEmpty()) {
      line.put("phase", problem.phase());
    }
    print(with(with(line, "host", problem.host().value()), "problem", problems.tree(problem)));
  }

  /** The last line. */
  void finish(RunResult result) {
    var line = of("run-finished", "result", name(result.end()));
    line.put("changed", result.changed());
    line.put("unchanged", result.unchanged());
    line.put("skipped", result.skipped());
    line.put("failed", result.failed());
    print(line);
  }

  /** Any other line. */
  synchronized void print(Map<String, Object> line) {
    out.println(Json.line(line));
    out.flush();
  }

  /** A line with texts, by names and values in turn. */
  static Map<String, Object> of(String event, String... namesAndValues) {
    var line = new LinkedHashMap<String, Object>();
    line.put("event", event);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      line.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return line;
  }

  private static Map<String, Object> action(
      String event, String phase, HostName host, String action) {
    return of(event, "phase", phase, "host", host.value(), "action", action);
  }

  private static Map<String, Object> with(Map<String, Object> line, String name, Object value) {
    line.put(name, value);
    return line;
  }

  private static String name(RunEvent.End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }
}
