package io.github.kubeadmwizard.ui;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * What is searched for in a text. A to Z are found in either case, all else as it is written: so
 * UTF-8 can be searched as it lies in memory.
 */
final class Needle {
  private static final byte[] FOLDED = new byte[256];

  static {
    for (int b = 0; b < FOLDED.length; b++) {
      FOLDED[b] = (byte) fold(b);
    }
  }

  private final String text;
  private final byte[] bytes;

  /**
   * @param text finds nothing if it is empty
   */
  Needle(String text) {
    this.text =
        text.chars()
            .map(Needle::fold)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    this.bytes = this.text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** How many times it is in these bytes of UTF-8, side by side. */
  int count(byte[] in, int from, int to) {
    if (isEmpty()) {
      return 0;
    }
    int found = 0;
    int last = to - bytes.length;
    for (int i = from; i <= last; i++) {
      if (FOLDED[in[i] & 0xff] == bytes[0] && isAt(in, i)) {
        found++;
        i += bytes.length - 1;
      }
    }
    return found;
  }

  private boolean isAt(byte[] in, int at) {
    for (int i = 1; i < bytes.length; i++) {
      if (FOLDED[in[at + i] & 0xff] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where it begins in the text, as often as {@link #count} counts. */
  int[] in(String line) {
    if (isEmpty()) {
      return new int[0];
    }
    var found = IntStream.builder();
    for (int i = 0; i <= line.length() - text.length(); i++) {
      if (isAt(line, i)) {
        found.add(i);
        i += text.length() - 1;
      }
    }
    return found.build().toArray();
  }

  private boolean isAt(String line, int at) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(line.charAt(at + i)) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** In characters. */
  int length() {
    return text.length();
  }

  private static int fold(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
