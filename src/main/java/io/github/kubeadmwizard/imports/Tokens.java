package io.github.kubeadmwizard.imports;

import java.util.ArrayList;
import java.util.List;

/** A line cut at separators, but not inside quotes or brackets; quotes are taken off. */
final class Tokens {
  private final String line;
  private final String separators;
  private final List<String> tokens = new ArrayList<>();
  private final StringBuilder token = new StringBuilder();
  private char quote;
  private int depth;
  private boolean begun;

  private Tokens(String line, String separators) {
    this.line = line;
    this.separators = separators;
  }

  /** The pieces between these characters; what follows a {@code #} that begins one is left out. */
  static List<String> of(String line, String separators) {
    return new Tokens(line, separators).cut();
  }

  private List<String> cut() {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '#' && !begun && quote == 0) {
        break;
      }
      take(c);
    }
    end();
    return tokens;
  }

  private void take(char c) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        token.append(c);
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      begun = true;
    } else if (separators.indexOf(c) >= 0 && (depth == 0 || c == ' ')) {
      end();
    } else {
      depth = Math.max(0, depth + (c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0));
      token.append(c);
      begun = true;
    }
  }

  private void end() {
    if (begun) {
      tokens.add(token.toString());
    }
    token.setLength(0);
    begun = false;
    depth = 0;
  }
}
