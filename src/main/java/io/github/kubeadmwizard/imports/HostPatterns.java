package io.github.kubeadmwizard.imports;

import java.util.List;

/**
 * The patterns of a {@code Host} line: one has to match, and none that begins with {@code !}.
 * Source: ssh_config(5), PATTERNS.
 */
record HostPatterns(List<String> patterns) {
  /** For blocks whose conditions we do not understand. */
  static final HostPatterns NEVER = new HostPatterns(List.of());

  static final HostPatterns ALWAYS = new HostPatterns(List.of("*"));

  boolean match(String alias) {
    boolean some = false;
    for (String pattern : patterns) {
      if (pattern.startsWith("!") && matches(pattern.substring(1), alias)) {
        return false;
      }
      some |= !pattern.startsWith("!") && matches(pattern, alias);
    }
    return some;
  }

  /** The names among the patterns, which are hosts that can be chosen. */
  List<String> names() {
    return patterns.stream()
        .filter(p -> !p.contains("*") && !p.contains("?") && !p.startsWith("!"))
        .toList();
  }

  /** Whether the text fits a pattern with {@code *} and {@code ?}, in linear space and no regex. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }
}
