package io.github.kubeadmwizard.imports;

/**
 * The characters that a Chinese input method, a word processor or a web page puts where ASCII was
 * meant. Source of the full-width forms: Unicode, block Halfwidth and Fullwidth Forms.
 */
final class Ascii {
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_DISTANCE = 0xFF01 - '!';

  private Ascii() {}

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.chars().forEach(c -> append(plain, (char) c));
    return plain.toString();
  }

  private static void append(StringBuilder plain, char c) {
    switch (c) {
      case '\u3002', '\uFF61' -> plain.append('.'); // ideographic full stops
      case '\u3001', '\uFF64' -> plain.append(','); // ideographic commas
      case '\u3010', '\u3014' -> plain.append('[');
      case '\u3011', '\u3015' -> plain.append(']');
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' ->
          plain.append('-');
      case '\u201C', '\u201D' -> plain.append('"');
      case '\u2018', '\u2019' -> plain.append('\'');
      case '\u301C' -> plain.append('~');
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {} // no width at all
      default -> plain.append(other(c));
    }
  }

  private static char other(char c) {
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return (char) (c - FULL_WIDTH_DISTANCE);
    }
    return Character.isSpaceChar(c) || Character.isISOControl(c) ? ' ' : c;
  }
}
