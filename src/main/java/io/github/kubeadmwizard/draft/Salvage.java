package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gets what can be had out of a text that is not all YAML. The line where reading stops is left out
 * with all that is indented below it, so that no line goes to a neighbour whose it is not.
 */
final class Salvage {
  private static final int MOST_ATTEMPTS = 40;

  /** Beyond this no place is searched for; each try reads the text from its beginning. */
  private static final int MOST_LINES = 3000;

  private final List<String> lines;
  private final List<FileProblem> problems = new ArrayList<>();

  Salvage(String text) {
    lines = new ArrayList<>(Arrays.asList(text.split("\\R", -1)));
  }

  /**
   * What came of it.
   *
   * @param root empty where nothing could be had
   * @param problems what was left out
   */
  record Found(Mapping root, List<FileProblem> problems) {}

  Found read() {
    for (int i = 0; i < MOST_ATTEMPTS && lines.size() <= MOST_LINES; i++) {
      var fault = fault(lines);
      if (fault.isEmpty()) {
        return found(root());
      }
      leaveOut(fault.get());
    }
    fault(lines).ifPresent(this::leaveOutTheRest);
    return found(root());
  }

  private void leaveOutTheRest(YamlException fault) {
    int start = Math.max(0, firstAfterTheGoodBeginning(lines.size() - 1));
    leaveOut(fault, start, lines.size());
  }

  private Found found(Mapping root) {
    return new Found(root, List.copyOf(problems));
  }

  private Mapping root() {
    if (lines.stream().allMatch(String::isBlank)) {
      return nothing();
    }
    var root = YamlReader.readOne(text(lines));
    if (root instanceof Mapping mapping) {
      return mapping;
    }
    note(root.at(), Message.of("draft.noCluster"));
    return nothing();
  }

  private static Mapping nothing() {
    return new Mapping(Position.START, List.of());
  }

  private void note(Position at, Message what) {
    problems.add(new FileProblem(at, "", what, Message.of("draft.allowed.yaml"), Optional.empty()));
  }

  private void leaveOut(YamlException fault) {
    int stopped = Math.clamp(fault.at().line() - 1L, 0, lines.size() - 1);
    int start = lineToBlame(stopped);
    leaveOut(fault, start, endOfBlock(start));
  }

  private void leaveOut(YamlException fault, int start, int end) {
    var what =
        Message.of("draft.leftOut", fault.what(), String.valueOf(start + 1), String.valueOf(end));
    note(new Position(start + 1, 1), what);
    blank(lines, start, end);
  }

  /**
   * The line that reading stopped at, or the one before it: whose loss lets reading go furthest.
   */
  private int lineToBlame(int stopped) {
    int blamed = -1;
    int furthest = stopped;
    for (int line = stopped; line >= Math.max(0, stopped - 1); line--) {
      int next = lines.get(line).isBlank() ? -1 : nextStopWithout(line);
      if (next > furthest) {
        blamed = line;
        furthest = next;
      }
    }
    return blamed >= 0 ? blamed : firstAfterTheGoodBeginning(stopped);
  }

  private int nextStopWithout(int line) {
    var without = new ArrayList<>(lines);
    blank(without, line, endOfBlock(line));
    return fault(without).map(f -> f.at().line() - 1).orElse(Integer.MAX_VALUE);
  }

  /** A quote that is never closed is noticed at the end of the text only. */
  private int firstAfterTheGoodBeginning(int stopped) {
    int good = 0;
    int bad = stopped + 1;
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (fault(lines.subList(0, middle)).isEmpty()) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private int endOfBlock(int start) {
    int end = start + 1;
    while (end < lines.size()
        && (lines.get(end).isBlank() || indent(lines.get(end)) > indent(lines.get(start)))) {
      end++;
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static void blank(List<String> lines, int start, int end) {
    for (int i = start; i < end; i++) {
      lines.set(i, "");
    }
  }

  private static Optional<YamlException> fault(List<String> lines) {
    try {
      YamlReader.readOne(text(lines));
      return Optional.empty();
    } catch (YamlException e) {
      return lines.stream().allMatch(String::isBlank) ? Optional.empty() : Optional.of(e);
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }
}
