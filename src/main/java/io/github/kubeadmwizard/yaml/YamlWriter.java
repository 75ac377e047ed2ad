package io.github.kubeadmwizard.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes plain values as YAML that people read: block style, keys in the order given, quotes only
 * where YAML 1.1 or 1.2 would read something else than text, several lines as a literal block.
 * Values are those of {@link PlainTree}, {@link Commented} ones, and enums by their name.
 */
public final class YamlWriter {
  private YamlWriter() {}

  /** One document, without {@code ---}. */
  public static String write(Object document) {
    return document instanceof Commented commented
        ? comment(commented, 0) + write(commented.value())
        : isBlock(document) ? block(document, 0) : ScalarText.of(document, 2) + "\n";
  }

  /** Several documents with {@code ---} between them. */
  public static String writeAll(List<?> documents) {
    return documents.stream().map(YamlWriter::write).collect(Collectors.joining("---\n"));
  }

  /** Lines that each begin with the indent and end with a line feed. */
  private static String block(Object value, int indent) {
    var text = new StringBuilder();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> text.append(entry(String.valueOf(key), one, indent)));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> text.append(item(item, indent)));
    }
    return text.toString();
  }

  private static String entry(String key, Object value, int indent) {
    var bare = bare(value);
    return comment(value, indent)
        + " ".repeat(indent)
        + ScalarText.key(key)
        + ":"
        + (isBlock(bare)
            ? "\n" + block(bare, indent + 2)
            : " " + ScalarText.of(bare, indent + 2) + "\n");
  }

  private static String item(Object item, int indent) {
    var margin = " ".repeat(indent);
    var bare = bare(item);
    if (!isBlock(bare)) {
      return comment(item, indent) + margin + "- " + ScalarText.of(bare, indent + 2) + "\n";
    }
    var lines = block(bare, indent + 2);
    int first = 0; // a comment of the first key moves above the dash
    while (lines.startsWith("#", first + indent + 2)) {
      first = lines.indexOf('\n', first) + 1;
    }
    var comments = lines.substring(0, first).replaceAll("(?m)^ {" + (indent + 2) + "}", margin);
    return comment(item, indent) + comments + margin + "- " + lines.substring(first + indent + 2);
  }

  private static String comment(Object value, int indent) {
    return value instanceof Commented commented
        ? commented
            .comment()
            .lines()
            .map(line -> (" ".repeat(indent) + "# " + line).stripTrailing() + "\n")
            .collect(Collectors.joining())
        : "";
  }

  private static Object bare(Object value) {
    return value instanceof Commented commented ? bare(commented.value()) : value;
  }

  private static boolean isBlock(Object value) {
    return switch (value) {
      case Map<?, ?> map -> !map.isEmpty();
      case Collection<?> items -> !items.isEmpty();
      default -> false;
    };
  }
}
