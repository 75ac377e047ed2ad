package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings as the user reads them, and for programs. */
final class CheckText {
  private final Words words;

  private CheckText(Words words) {
    this.words = words;
  }

  /** On the screen, or a line of JSON for each finding. */
  static void show(CheckReport report, Output output, CommonOptions options) {
    var text = new CheckText(output.words());
    var lines = options.json ? text.json(report) : text.lines(report, options.verbose);
    lines.forEach(output::line);
  }

  /** The same; a check that blocks ends the command, with these words. */
  static void needPassed(CheckReport report, Output output, CommonOptions options, Message blocked)
      throws CommandEnd {
    show(report, output, options);
    if (report.blocks()) {
      output.tell(blocked);
      throw new CommandEnd(ExitCode.CHECKS);
    }
  }

  /**
   * By host, the grave ones first.
   *
   * @param all whether what is in order is shown, too
   */
  private List<String> lines(CheckReport report, boolean all) {
    var lines = new ArrayList<String>();
    report
        .byHost()
        .forEach((host, findings) -> {
          var shown =
              findings.stream()
                  .filter(f -> all || isNews(f.state()))
                  .sorted((a, b) -> b.state().compareTo(a.state()))
                  .toList();
          if (!shown.isEmpty()) {
            lines.add(title(host));
            shown.forEach(finding -> lines.addAll(lines(finding)));
          }
        });
    lines.add(words.say(summary(report)));
    return lines;
  }

  private static boolean isNews(State state) {
    return state != State.PASSED && state != State.SET_BY_INSTALL;
  }

  private String title(Optional<HostName> host) {
    return host.map(HostName::value)
        .orElseGet(() -> words.say(Message.of("cli.check.wholeCluster")));
  }

  private List<String> lines(Finding finding) {
    var lines = new ArrayList<String>();
    lines.add(
        "  "
            + words.say(
                Message.of(
                    "cli.check.finding",
                    finding.state().title(),
                    finding.check(),
                    finding.title(),
                    finding.shortly())));
    if (isNews(finding.state())) {
      lines.add("      " + words.say(finding.read()));
      lines.add("      " + words.say(Message.of("cli.problem.why", finding.why())));
      lines.add("      " + words.say(Message.of("cli.problem.remedy", finding.remedy())));
      if (finding.blocks() && finding.soft()) {
        lines.add("      " + words.say(Message.of("cli.check.override", finding.check())));
      }
    }
    return lines;
  }

  /** How many findings there are of each state. */
  static Message summary(CheckReport report) {
    return Message.of(
        "cli.check.summary",
        report.in(State.PASSED).size(),
        report.in(State.SET_BY_INSTALL).size(),
        report.in(State.WARNING).size(),
        report.in(State.OVERRIDDEN).size(),
        report.in(State.BLOCKS).size());
  }

  /** A line of JSON for each finding. */
  private List<String> json(CheckReport report) {
    var lines = new ArrayList<String>();
    report.findings().forEach(finding -> lines.add(Json.line(tree(finding))));
    return lines;
  }

  private Map<String, Object> tree(Finding finding) {
    Map<String, Object> line = JsonLines.of("finding", "check", finding.check());
    line.put("key", finding.key());
    finding.host().ifPresent(host -> line.put("host", host.value()));
    line.put("result", name(finding.state()));
    line.put("title", words.say(finding.title()));
    line.put("read", words.say(finding.read()));
    line.put("why", words.say(finding.why()));
    line.put("remedy", words.say(finding.remedy()));
    return line;
  }

  /** The last line of {@code check --json}. */
  static Map<String, Object> end(CheckReport report, boolean good) {
    var line = new LinkedHashMap<String, Object>();
    line.put("event", "check-finished");
    line.put("result", good ? "done" : "failed");
    Arrays.stream(State.values()).forEach(state -> line.put(name(state), report.in(state).size()));
    return line;
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
