package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A problem as the user reads it: what, why, what to do, the command and its last lines. */
final class ProblemText {
  private final Words words;

  ProblemText(Words words) {
    this.words = words;
  }

  /** Its lines, without line ends. */
  List<String> lines(Problem problem) {
    var lines = new ArrayList<String>();
    String host = problem.host().value();
    var what = words.say(problem.what());
    lines.add(
        words.say(
            problem.phase().isEmpty()
                ? Message.of("cli.problem.what", host, what)
                : Message.of("cli.problem.whatInPhase", host, problem.phase(), what)));
    lines.add("  " + words.say(Message.of("cli.problem.why", words.say(problem.why()))));
    lines.add("  " + words.say(Message.of("cli.problem.remedy", words.say(problem.remedy()))));
    problem.command().ifPresent(command -> lines.addAll(command(command)));
    problem.mend().forEach(mend -> lines.add("  " + mended(mend)));
    return lines;
  }

  private String mended(Action mend) {
    return words.say(Message.of("cli.problem.mend", mend.title(), HostScript.of(mend).script()));
  }

  private List<String> command(FailedCommand command) {
    var lines = new ArrayList<String>();
    lines.add(
        "  "
            + words.say(
                command.exitCode() < 0
                    ? Message.of("cli.problem.commandWithoutEnd", command.command())
                    : Message.of(
                        "cli.problem.command",
                        command.command(),
                        String.valueOf(command.exitCode()))));
    command.lastLines().forEach(line -> lines.add("    | " + Printable.of(line)));
    return lines;
  }

  /** The same for programs. */
  Map<String, Object> tree(Problem problem) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("id", problem.id());
    tree.put("what", words.say(problem.what()));
    tree.put("why", words.say(problem.why()));
    tree.put("remedy", words.say(problem.remedy()));
    problem
        .command()
        .ifPresent(command -> {
          tree.put("command", command.command());
          tree.put("exitCode", command.exitCode());
          tree.put("lastLines", command.lastLines());
        });
    if (!problem.mend().isEmpty()) {
      tree.put("mend", problem.mend().stream().map(mend -> words.say(mend.title())).toList());
    }
    return tree;
  }
}
