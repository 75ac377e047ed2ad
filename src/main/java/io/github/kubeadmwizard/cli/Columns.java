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
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1F64F
        || c >= 0x1F900 && c <= 0x1F9FF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
