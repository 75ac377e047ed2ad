package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.yaml.Position;
import java.util.ArrayList;
import java.util.List;

/** Cuts one command out of a text as a shell would: quotes, backslashes, continued lines. */
final class ShellWords {
  private final String text;
  private final List<ShellWord> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int next;
  private int line;
  private int column;
  private Position begun = Position.START;
  private boolean inWord;

  private ShellWords(String text, int start) {
    this.text = text;
    line = 1;
    column = 1;
    while (next < start) {
      step();
    }
  }

  /** The words from there to the end of the command. */
  static List<ShellWord> from(String text, int start) {
    return new ShellWords(text, start).read();
  }

  private List<ShellWord> read() {
    while (next < text.length()) {
      char c = text.charAt(next);
      if (c == '\\' && isLineEnd(next + 1)) {
        continued();
      } else if (c == '\n' || (";|&<>()".indexOf(c) >= 0 && !isPlaceholder(c))) {
        dropRedirected(c);
        break;
      } else if (c == '#' && !inWord) {
        break;
      } else {
        take(c);
      }
    }
    end();
    return List.copyOf(words);
  }

  /** {@code <token>} is what a tutorial leaves to the reader, not a redirection. */
  private boolean isPlaceholder(char c) {
    int open = text.lastIndexOf('<', next);
    int close = text.indexOf('>', next);
    int end = text.indexOf('\n', next) < 0 ? text.length() : text.indexOf('\n', next);
    return (c == '<' && close > next && close < end && !text.substring(next, close).contains(" <"))
        || (c == '>' && open >= 0 && word.indexOf("<") >= 0);
  }

  /** The 2 of {@code 2>&1}. */
  private void dropRedirected(char c) {
    if (c == '>' && word.toString().matches("\\d")) {
      inWord = false;
    }
  }

  private void take(char c) {
    if (Character.isWhitespace(c)) {
      if (word.indexOf("<") >= 0 && word.indexOf(">") < 0) {
        word.append(c); // a placeholder of several words
      } else {
        end();
      }
      step();
      return;
    }
    begin();
    if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '\\' && next + 1 < text.length()) {
      step();
      word.append(text.charAt(next));
      step();
    } else {
      word.append(c);
      step();
    }
  }

  private void quoted(char quote) {
    step();
    while (next < text.length() && text.charAt(next) != quote) {
      if (text.charAt(next) == '\\' && quote == '"' && next + 1 < text.length()) {
        step();
      }
      word.append(text.charAt(next));
      step();
    }
    if (next < text.length()) {
      step();
    }
  }

  private void begin() {
    if (!inWord) {
      begun = new Position(line, column);
      inWord = true;
    }
  }

  private void end() {
    if (inWord) {
      words.add(new ShellWord(begun, word.toString()));
    }
    word.setLength(0);
    inWord = false;
  }

  /** Blanks behind the backslash are a slip that many a web page adds. */
  private boolean isLineEnd(int from) {
    int i = from;
    while (i < text.length() && " \t\r".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i >= text.length() || text.charAt(i) == '\n';
  }

  private void continued() {
    while (next < text.length() && text.charAt(next) != '\n') {
      step();
    }
    if (next < text.length()) {
      step();
    }
    if (next < text.length() && text.startsWith("> ", next)) { // the shell's second prompt
      step();
      step();
    }
    if (next < text.length() && text.charAt(next) == '-') { // the blank before it was forgotten
      end();
    }
  }

  private void step() {
    if (text.charAt(next) == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    next++;
  }
}
