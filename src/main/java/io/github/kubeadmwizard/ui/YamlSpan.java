package io.github.kubeadmwizard.ui;

import java.util.Locale;

/**
 * A stretch of a line of YAML that is drawn alike.
 *
 * @param to one behind the last character
 */
record YamlSpan(int from, int to, Kind kind) {
  /** What a stretch is. */
  enum Kind {
    PLAIN,
    KEY,
    STRING,
    NUMBER,
    COMMENT,
    SEPARATOR;

    /** Its class in the style sheet. */
    String style() {
      return "yaml-" + name().toLowerCase(Locale.ROOT);
    }
  }
}
