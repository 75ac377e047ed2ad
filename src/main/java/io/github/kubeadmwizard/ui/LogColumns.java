package io.github.kubeadmwizard.ui;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Where the columns of a log's row begin, in pixels.
 *
 * @param message the last one, which has no end
 */
record LogColumns(double time, double host, double level, double message) {
  /** A host's name is cut after so many characters. */
  static final int LONGEST_HOST = 16;

  private static final double GAP = 16;
  private static final double LEFT = 12;

  /**
   * @param font of equally wide characters
   */
  static LogColumns of(Font font, List<String> hosts, List<String> levels) {
    int longest = hosts.stream().mapToInt(String::length).max().orElse(0);
    double host = LEFT + width(font, "00:00:00") + GAP;
    double level = host + width(font, "0".repeat(Math.clamp(longest, 2, LONGEST_HOST))) + GAP;
    double message = level + levels.stream().mapToDouble(l -> width(font, l)).max().orElse(0) + GAP;
    return new LogColumns(LEFT, Math.rint(host), Math.rint(level), Math.rint(message));
  }

  private static double width(Font font, String text) {
    var measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }
}
