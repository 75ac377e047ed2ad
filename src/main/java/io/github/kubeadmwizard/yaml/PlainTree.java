package io.github.kubeadmwizard.yaml;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Nodes as plain values: {@code Map<String, Object>} in the order of the text, {@code List}, {@code
 * String}, {@code Long} (or {@code BigInteger}), {@code Double}, {@code Boolean}. A key without a
 * value is left out, as Kubernetes treats the two alike; no value is ever null.
 */
public final class PlainTree {
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");

  private PlainTree() {}

  /**
   * Reads one document whose root is a mapping.
   *
   * @throws YamlException where it is not
   */
  public static Map<String, Object> read(String text) {
    return asMap(YamlReader.readOne(text));
  }

  /**
   * Reads every document of a text, each a mapping, as a Kubernetes manifest is.
   *
   * @throws YamlException where one is not
   */
  public static List<Map<String, Object>> readAll(String text) {
    return YamlReader.readAll(text).stream().map(PlainTree::asMap).toList();
  }

  /** A mapping as a plain map; unmodifiable. */
  public static Map<String, Object> of(Mapping mapping) {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : mapping.entries()) {
      if (!isNothing(entry.value())) {
        map.put(entry.key().text(), of(entry.value()));
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Any node as a plain value.
   *
   * @throws YamlException for a list item, or a root, that is nothing
   */
  public static Object of(YamlNode node) {
    return switch (node) {
      case Mapping mapping -> of(mapping);
      case Sequence sequence -> sequence.items().stream().map(PlainTree::of).toList();
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static Map<String, Object> asMap(YamlNode root) {
    if (root instanceof Mapping mapping) {
      return of(mapping);
    }
    throw new YamlException(root.at(), Message.of("yaml.notAMapping"));
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof Scalar scalar && scalar.kind() == YamlNode.Kind.NOTHING;
  }

  private static Object scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> scalar.text();
      case BOOLEAN -> TRUE.contains(scalar.text().toLowerCase(Locale.ROOT));
      case WHOLE -> whole(scalar.text().replace("_", ""));
      case DECIMAL -> decimal(scalar.text().replace("_", ""));
      case NOTHING -> throw new YamlException(scalar.at(), Message.of("yaml.nothing"));
    };
  }

  private static Number whole(String text) {
    boolean negative = text.startsWith("-");
    var digits = text.replaceFirst("^[-+]", "");
    var number =
        switch (digits.length() > 1 && digits.startsWith("0") ? digits.charAt(1) : ' ') {
          case ' ' -> new BigInteger(digits);
          case 'x' -> new BigInteger(digits.substring(2), 16);
          case 'o' -> new BigInteger(digits.substring(2), 8);
          case 'b' -> new BigInteger(digits.substring(2), 2);
          default -> new BigInteger(digits, digits.matches("[0-7]+") ? 8 : 10);
        };
    var signed = negative ? number.negate() : number;
    return signed.bitLength() < Long.SIZE ? (Number) signed.longValue() : signed;
  }

  private static Double decimal(String text) {
    return switch (text.toLowerCase(Locale.ROOT).replaceFirst("^\\+", "")) {
      case ".inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.valueOf(text);
    };
  }
}
