package io.github.kubeadmwizard.wizard.step.review;

import io.github.kubeadmwizard.ui.LineRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines of a file the user's choices made, against the same file with nothing chosen. */
final class Differing {
  private Differing() {}

  /** Lines that the usual text has not; comments do not count. */
  static List<LineRange> lines(String text, String usual) {
    Map<String, Integer> known = new HashMap<>();
    usual.lines().forEach(line -> known.merge(line.strip(), 1, Integer::sum));
    var ranges = new ArrayList<LineRange>();
    String[] lines = text.split("\n", -1);
    int begin = -1;
    for (int i = 0; i <= lines.length; i++) {
      boolean differs = i < lines.length && differs(lines[i].strip(), known);
      if (differs && begin < 0) {
        begin = i;
      } else if (!differs && begin >= 0) {
        ranges.add(new LineRange(begin + 1, i));
        begin = -1;
      }
    }
    return List.copyOf(ranges);
  }

  private static boolean differs(String line, Map<String, Integer> known) {
    if (line.isEmpty() || line.startsWith("#")) {
      return false;
    }
    Integer left = known.computeIfPresent(line, (_, many) -> many - 1);
    return left == null || left < 0;
  }
}
