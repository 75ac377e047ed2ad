package io.github.kubeadmwizard.imports;

/** Texts as messages show them. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  static String of(String text) {
    var line = text.strip().replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** The same without what may be a password: {@code ops:hunter2@node} and {@code password=…}. */
  static String masked(String text) {
    return of(
        text.replaceAll("(://|^|\\s)([^\\s:@/]+):[^\\s@]+@", "$1$2:…@")
            .replaceAll(
                "(?i)([a-z_]*(?:pass|pwd|secret|token|密码|口令)[a-z_]*\\s*[=:]\\s*)"
                    + "(?:\"[^\"]*\"?|'[^']*'?|\\S+)",
                "$1…"));
  }
}
