package io.github.kubeadmwizard.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the text that runs on a host: variables, {@code prelude.sh}, the script.
 *
 * @param scripts the text of a script of ours, by its file name
 */
public record ScriptText(UnaryOperator<String> scripts) {
  private static final Pattern INCLUDE = Pattern.compile("(?m)^# include (\\S+)\n");

  /**
   * The whole text for one call.
   *
   * @param mark the mark of this call, which its speech begins with
   * @param runId the run's id, the ledger's folder
   * @param action phase and action, for the ledger
   * @param look whether it may only look
   * @throws MissingValue if a run value that it needs was not given
   */
  public String of(
      HostScript script, RunValues values, String mark, String runId, String action, boolean look) {
    var known = new TreeMap<String, String>();
    script.vars().forEach((name, value) -> known.put(name, text(name, value, values)));
    known.put("KW_MARK", mark);
    known.put("KW_RUN", runId);
    known.put("KW_ACTION", action);
    known.put("KW_LOOK", look ? "1" : "0");
    var text = new StringBuilder();
    known.forEach((name, value) -> text.append(assignment(name, value)));
    return text.append(scripts.apply("prelude.sh")).append(whole(script.script())).toString();
  }

  /** A script with the files that it names by {@code # include FILE}. */
  public String whole(String name) {
    return INCLUDE
        .matcher(scripts.apply(name))
        .replaceAll(found -> Matcher.quoteReplacement(scripts.apply(found.group(1))));
  }

  private static String text(String name, Var value, RunValues values) {
    return switch (value) {
      case Var.Text(String text) -> text;
      case Var.RunValue(String wanted) ->
          values.get(wanted).orElseThrow(() -> new MissingValue(name, wanted)).reveal();
    };
  }

  /** A variable's line, quoted so that the shell takes the value as it is. */
  public static String assignment(String name, String value) {
    if (!name.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("not a variable's name: " + name);
    }
    return name + "=" + quoted(value) + "\n";
  }

  /** The text in single quotes. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Variables as they may be shown, for a preview. */
  public static String shown(Map<String, String> vars) {
    var text = new StringBuilder();
    vars.forEach((name, value) -> text.append(assignment(name, value)));
    return text.toString();
  }

  /** A plan that asks for a value that no action gave: a fault of ours. */
  public static final class MissingValue extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MissingValue(String variable, String wanted) {
      super("no action gave " + wanted + " for " + variable);
    }
  }
}
