package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.smoke.SmokeReport;
import io.github.kubeadmwizard.smoke.Way;
import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.smoke.Way.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of the smoke test, as a table for people and as lines for programs. */
final class SmokeText {
  private final Words words;
  private final ProblemText problems;

  SmokeText(Words words) {
    this.words = words;
    this.problems = new ProblemText(words);
  }

  /** Two rows for each node, from the node and from its pod, then what goes to each node. */
  List<String> lines(SmokeReport report) {
    var heads = new ArrayList<String>();
    heads.add(words.say(Message.of("cli.smoke.from")));
    report.nodes().forEach(node -> heads.add(words.say(Message.of("cli.smoke.podOn", node))));
    heads.add("SERVICE");
    heads.add("DNS");
    heads.add("NODEPORT");
    heads.add("LOGS");
    heads.add("EXEC");
    var table = new Table(heads);
    for (String node : report.nodes()) {
      table.row(fromNode(report, node).toArray(String[]::new));
      table.row(fromPod(report, node).toArray(String[]::new));
    }
    return table.lines();
  }

  private List<String> fromNode(SmokeReport report, String node) {
    var row = new ArrayList<String>();
    row.add(words.say(Message.of("cli.smoke.node", node)));
    report.nodes().forEach(to -> row.add(cell(report.way(Kind.NODE_TO_POD, node, to))));
    row.add(cell(report.way(Kind.NODE_TO_SERVICE, node, "")));
    row.add("");
    for (Kind kind : List.of(Kind.NODE_PORT, Kind.LOGS, Kind.EXEC)) {
      row.add(cell(report.way(kind, node, "")));
    }
    return row;
  }

  private List<String> fromPod(SmokeReport report, String node) {
    var row = new ArrayList<String>();
    row.add(words.say(Message.of("cli.smoke.podOn", node)));
    report
        .nodes()
        .forEach(to -> row.add(to.equals(node) ? "" : cell(report.way(Kind.POD_TO_POD, node, to))));
    row.add(cell(report.way(Kind.POD_TO_SERVICE, node, "")));
    row.add(cell(report.way(Kind.POD_TO_DNS, node, "")));
    row.addAll(List.of("", "", ""));
    return row;
  }

  private String cell(Way way) {
    return words.say(
        switch (way.state()) {
          case OK -> Message.of("cli.smoke.ok");
          case NOT_TRIED -> Message.of("cli.smoke.notTried");
          case LARGE -> Message.of("cli.smoke.large");
          case SOURCE, OTHER -> Message.of("cli.smoke.wrong");
          case SILENT -> Message.of("cli.smoke.failed");
        });
  }

  /** A line for each attempt, and one for each failure. */
  List<String> json(SmokeReport report) {
    var lines = new ArrayList<String>();
    report.ways().forEach(way -> lines.add(Json.line(tree(way))));
    report
        .problems()
        .forEach(problem -> {
          Map<String, Object> line = JsonLines.of("problem", "host", problem.host().value());
          line.put("problem", problems.tree(problem));
          lines.add(Json.line(line));
        });
    var end = new LinkedHashMap<String, Object>();
    end.put("event", "smoke-test-finished");
    end.put("passed", report.passed());
    lines.add(Json.line(end));
    return lines;
  }

  private static Map<String, Object> tree(Way way) {
    Map<String, Object> line =
        JsonLines.of("smoke-test", "way", name(way.kind()), "from", way.from());
    if (!way.to().isEmpty()) {
      line.put("to", way.to());
    }
    line.put("result", name(way.state()));
    if (way.state() != State.OK && !way.detail().isEmpty()) {
      line.put("detail", way.detail());
    }
    return line;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
