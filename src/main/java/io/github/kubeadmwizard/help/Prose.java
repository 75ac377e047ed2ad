package io.github.kubeadmwizard.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Running text that wraps.
 *
 * @param anchors the names that this place can be led to by
 */
public record Prose(List<Run> runs, List<String> anchors) {
  /**
   * Stands where the source broke a line; it becomes a blank, or nothing between Han characters.
   */
  static final String SOFT_BREAK = "\n";

  public Prose {
    runs = joined(runs);
    anchors = List.copyOf(anchors);
  }

  /** Text of one look. */
  public static Prose plain(String text) {
    return new Prose(List.of(Run.plain(text)), List.of());
  }

  /** Without any look. */
  public String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  private static List<Run> joined(List<Run> runs) {
    var joined = new ArrayList<Run>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.text().equals(SOFT_BREAK)) {
        String before = i == 0 ? "" : runs.get(i - 1).text();
        String after = i + 1 == runs.size() ? "" : runs.get(i + 1).text();
        joined.add(run.withText(between(before, after)));
      } else {
        joined.add(run);
      }
    }
    joined.removeIf(run -> run.text().isEmpty());
    return List.copyOf(joined);
  }

  /** Chinese is written without blanks, so a line that ends in it goes on without one. */
  private static String between(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    return isWide(before.codePointBefore(before.length())) && isWide(after.codePointAt(0))
        ? ""
        : " ";
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x303F)
        || (character >= 0xFF00 && character <= 0xFFEF);
  }
}
