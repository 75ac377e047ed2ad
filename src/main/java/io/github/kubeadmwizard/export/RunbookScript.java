package io.github.kubeadmwizard.export;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One script of the runbook: a frame that runs alone, and the steps of a phase in it.
 *
 * @param prelude what every host script stands on
 * @param scripts the text of a host script by its file name
 * @param givers which script of the runbook prints a run value, by the value's name
 */
record RunbookScript(
    Words words, String prelude, UnaryOperator<String> scripts, Map<String, String> givers) {
  private static final String END = "KW_END_OF_STEP";
  private static final String FRAME = "runbook-frame.sh";

  String text(PlannedPhase phase, List<HostName> hosts, List<Action> actions) {
    var names = hosts.stream().map(HostName::value).collect(Collectors.joining(", "));
    var text = new StringBuilder("#!/usr/bin/env bash\n");
    text.append(comment(words.say(phase.title())));
    text.append(comment(words.say(Message.of("kubeadm.runbook.hosts", names))));
    text.append(needs(actions));
    text.append(scripts.apply(FRAME));
    text.append("IFS= read -r -d '' prelude <<'").append(END).append("' || true\n");
    text.append(closed(prelude)).append(END).append("\n");
    for (Action action : actions) {
      text.append("\n").append(step(phase, action));
    }
    return text.toString();
  }

  private String needs(List<Action> actions) {
    var wanted = new TreeSet<String>();
    for (Action action : actions) {
      for (Var value : HostScript.of(action).vars().values()) {
        if (value instanceof Var.RunValue(String name)) {
          wanted.add(name);
        }
      }
    }
    var text = new StringBuilder();
    for (String name : wanted) {
      String from = givers.getOrDefault(name, "?");
      text.append(comment(words.say(Message.of("kubeadm.runbook.value", name, from))));
      text.append(variable(name)).append("=${").append(variable(name)).append("-}\n");
    }
    return text.toString();
  }

  private String step(PlannedPhase phase, Action action) {
    var script = HostScript.of(action);
    var given = new StringBuilder();
    var body = new StringBuilder();
    script
        .vars()
        .forEach((name, value) -> {
          switch (value) {
            case Var.Text(String text) ->
                body.append(name).append("=").append(quoted(text)).append("\n");
            case Var.RunValue(String run) ->
                given.append(" ").append(name).append(" \"$").append(variable(run)).append("\"");
          }
        });
    body.append(scripts.apply(script.script()));
    String title = words.say(action.title());
    return comment(title)
        + ("step " + quoted(phase.id() + "/" + action.id()) + " " + quoted(title))
        + given
        + (" <<'" + END + "'\n")
        + closed(body.toString())
        + END
        + "\n";
  }

  private static String variable(String runValue) {
    return runValue.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String closed(String text) {
    if (text.lines().anyMatch(END::equals)) {
      throw new IllegalArgumentException("a script holds the line that ends it: " + END);
    }
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String comment(String text) {
    return text.lines().map(line -> "# " + line + "\n").collect(Collectors.joining());
  }
}
