package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may have made an action fail: requirements, by what is told of the failure. Whether one of
 * them is the cause, the host has to say: it is looked at again. So a failure is mended by the very
 * actions that mend the finding.
 */
public final class Causes {
  /** Source: kubeadm, preflight errors: {@code [ERROR Swap]: running with swap on ...}. */
  private static final Pattern KUBEADMS = Pattern.compile("\\[ERROR ([^\\]]+)\\]");

  private static final String PREFLIGHT = "install.preflight";

  private record Line(List<String> keys, Pattern kind, Pattern told) {}

  private final List<Line> lines;

  private Causes(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Those that the program brings along, in {@code installer-assets/checks/failures.txt}. */
  public static Causes brought() {
    return new Causes(
        Assets.text("checks/failures.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\\s+", 3))
            .map(parts ->
                new Line(
                    List.of(parts[0].split(",", -1)),
                    Pattern.compile(parts[1]),
                    Pattern.compile(parts[2])))
            .toList());
  }

  /**
   * The requirements that may have made it fail, the likeliest first.
   *
   * @return empty where no requirement does, so that nobody need look
   */
  public List<String> suspects(Problem problem) {
    String told = told(problem);
    if (problem.id().equals(PREFLIGHT)) {
      return KUBEADMS.matcher(told).results().map(found -> found.group(1)).distinct().toList();
    }
    return lines.stream()
        .filter(line -> line.kind().matcher(problem.id()).matches())
        .filter(line -> line.told().matcher(told).find())
        .flatMap(line -> line.keys().stream())
        .distinct()
        .toList();
  }

  private static String told(Problem problem) {
    var lines = problem.command().stream().flatMap(command -> command.lastLines().stream());
    return Stream.concat(Stream.of(problem.what(), problem.why()).flatMap(Causes::values), lines)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> values(Message message) {
    return message.args().stream()
        .flatMap(arg -> arg instanceof Message inner ? values(inner) : Stream.of(arg.toString()));
  }

  /**
   * The failure with its cause and what mends that, if one of the suspects is found on its host;
   * else as it is. What we can mend goes before what only the user can.
   *
   * @param report of the hosts as they are now
   */
  public Problem explained(Problem problem, CheckReport report) {
    List<Finding> found =
        suspects(problem).stream().flatMap(key -> unmet(key, problem, report).stream()).toList();
    return found.stream()
        .filter(MendPlan::isOurs)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(finding -> explained(problem, finding))
        .orElse(problem);
  }

  private static Optional<Finding> unmet(String key, Problem problem, CheckReport report) {
    return report.of(problem.host()).stream()
        .filter(finding -> finding.state() != State.PASSED)
        .filter(finding -> isNamed(finding, key))
        .findFirst();
  }

  private static boolean isNamed(Finding finding, String key) {
    return Stream.of(finding.key(), finding.check()).anyMatch(key::equalsIgnoreCase);
  }

  private static Problem explained(Problem problem, Finding finding) {
    return problem.explained(
        Message.of("check.cause.what", finding.title(), finding.read()),
        Message.of("check.cause.why", problem.what(), finding.why()),
        finding.remedy(),
        finding.mend());
  }
}
