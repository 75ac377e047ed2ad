package io.github.kubeadmwizard.yaml;

import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar means. Kubernetes reads YAML 1.1, where {@code yes} and {@code on} are true;
 * other programs read 1.2. What differs between them is never written without quotes.
 */
final class ScalarKind {
  private static final Set<String> BOOLEANS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n");
  private static final Set<String> NOTHING = Set.of("", "~", "null");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(?:[0-9][0-9_]*|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+)");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(?:[0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  private ScalarKind() {}

  /** How Kubernetes' programs read this text without quotes. */
  static Kind of(String plain) {
    if (NOTHING.contains(plain.toLowerCase(Locale.ROOT))) {
      return Kind.NOTHING;
    }
    if (BOOLEANS.contains(plain.toLowerCase(Locale.ROOT))) {
      return Kind.BOOLEAN;
    }
    if (WHOLE.matcher(plain).matches()) {
      return Kind.WHOLE;
    }
    return DECIMAL.matcher(plain).matches() ? Kind.DECIMAL : Kind.TEXT;
  }

  /** Whether every YAML reader takes this text without quotes for text. */
  static boolean isTextEverywhere(String plain) {
    return of(plain) == Kind.TEXT
        && !SEXAGESIMAL.matcher(plain).matches()
        && !DATE.matcher(plain).matches()
        && !plain.equals("<<")
        && !plain.equals("=");
  }
}
