package io.github.kubeadmwizard.yaml;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** How one value that is no block is written. */
final class ScalarText {
  /** Begins with no indicator, and holds nothing that ends a plain scalar anywhere. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}/._$(][\\p{L}\\p{N}/._$()@+=<>;~^"
              + " :#-]*|-{1,2}[\\p{L}][\\p{L}\\p{N}/._=-]*");

  private static final Pattern ENDS_PLAIN = Pattern.compile(": | #|[: ]$");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)[\\p{L}\\p{N}\\p{P}\\p{S}][\\p{L}\\p{N}\\p{P}\\p{S} \\n]*");

  private ScalarText() {}

  static String of(Object value, int indent) {
    return switch (value) {
      case Map<?, ?> _ -> "{}";
      case Collection<?> _ -> "[]";
      case String text when isLiteral(text) -> literal(text, indent);
      case String text -> line(text);
      case Double number -> decimal(number);
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default ->
          throw new IllegalArgumentException("YAML has no form for " + value.getClass().getName());
    };
  }

  static String key(String key) {
    return line(key);
  }

  private static String line(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !ENDS_PLAIN.matcher(text).find()
            && ScalarKind.isTextEverywhere(text);
    return plain ? text : quoted(text);
  }

  private static String decimal(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : Double.toString(number);
  }

  private static boolean isLiteral(String text) {
    return text.contains("\n") && !text.endsWith("\n\n") && LITERAL.matcher(text).matches();
  }

  private static String literal(String text, int indent) {
    var margin = " ".repeat(indent);
    var body = text.stripTrailing().equals(text) ? text : text.substring(0, text.length() - 1);
    var lines = body.replaceAll("(?m)^(?=[^\\n])", margin);
    return (text.endsWith("\n") ? "|\n" : "|-\n") + lines;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> {
        int type = Character.getType(c);
        boolean hidden =
            Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (Character.isSpaceChar(c) && c != ' ');
        yield hidden ? String.format("\\U%08x", c) : Character.toString(c);
      }
    };
  }
}
