package io.github.kubeadmwizard.cli;

/** How wide text is on a terminal: Chinese characters take two columns. */
final class Columns {
  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** The text, cut so that it fits. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1; // the dots
    for (int c : text.codePoints().toArray()) {
      used += of(c);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept + "…";
  }

  /** The text, filled with blanks on its right. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (Character.isISOControl(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** Source: Unicode, EastAsianWidth.txt: the blocks whose characters are wide or fullwidth. */
  private static boolean isWide(int c) {
    return in(c, 0x1100, 0x115F)
        || (in(c, 0x2E80, 0xA4CF) && c != 0x303F)
        || in(c, 0xAC00, 0xD7A3)
        || in(c, 0xF900, 0xFAFF)
        || in(c, 0xFE30, 0xFE6F)
        || in(c, 0xFF00, 0xFF60)
        || in(c, 0xFFE0, 0xFFE6)
        || in(c, 0x1F300, 0x1F64F)
        || in(c, 0x1F900, 0x1F9FF)
        || in(c, 0x20000, 0x3FFFD);
  }

  private static boolean in(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
