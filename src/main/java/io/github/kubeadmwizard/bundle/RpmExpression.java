package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.RpmNeed.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a boolean dependency, such as {@code (iptables or nftables >= 1:1.0)}. */
final class RpmExpression {
  private static final Set<String> COMPARING = Set.of("=", ">=", ">", "<=", "<");

  private final String text;
  private int at;

  private RpmExpression(String text) {
    this.text = text;
  }

  /** What a name means, that begins with a parenthesis or does not. */
  static RpmNeed parse(String text) {
    return text.startsWith("(") ? new RpmExpression(text).operand() : Named.any(text);
  }

  private RpmNeed operand() {
    return at < text.length() && text.charAt(at) == '(' ? inside() : named();
  }

  private RpmNeed inside() {
    at++;
    var operands = new ArrayList<RpmNeed>(List.of(operand()));
    String operator = "";
    for (String word = word(); !word.isEmpty(); word = word()) {
      operator = word.equals("else") ? operator : word;
      operands.add(operand());
    }
    at = Math.min(at + 1, text.length());
    skipSpace();
    return switch (operator) {
      case "" -> operands.getFirst();
      case "or", "unless" -> new RpmNeed.Any(operands);
      case "if" -> new RpmNeed.Perhaps(operands.getFirst());
      case "without" -> operands.getFirst();
      default -> new RpmNeed.All(operands);
    };
  }

  private RpmNeed named() {
    String name = word();
    int before = at;
    String operator = word();
    if (!COMPARING.contains(operator)) {
      at = before;
      return Named.any(name);
    }
    return new Named(name, operator, RpmVersion.parse(word()));
  }

  /** Up to a space, or to the parenthesis that closes what is open; that one stays. */
  private String word() {
    skipSpace();
    int from = at;
    int open = 0;
    while (at < text.length() && text.charAt(at) != ' ') {
      if (text.charAt(at) == ')' && open-- == 0) {
        break;
      }
      open += text.charAt(at) == '(' ? 1 : 0;
      at++;
    }
    String word = text.substring(from, at);
    skipSpace();
    return word;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
