package io.github.kubeadmwizard.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts one stream of a script into lines, until the script's mark ends it. Bytes are searched and
 * gathered, and decoded only as whole lines, so that characters split between packets are whole.
 */
final class MarkedLines {
  /** Longest line that is kept whole, in bytes. */
  static final int LONGEST = 1 << 20;

  private static final byte BEGIN = 1; // the mark's first byte, nowhere else in it

  private final byte[] mark;
  private final Consumer<String> lines;
  private final Consumer<String> end;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long dropped;
  private int matched;
  private boolean inTail;

  /**
   * @param mark 32 hexadecimal digits; on the wire it follows a byte 1
   * @param lines takes each line
   * @param end takes what follows the mark on its line; may come more than once
   */
  MarkedLines(String mark, Consumer<String> lines, Consumer<String> end) {
    this.mark = ("\1" + mark).getBytes(StandardCharsets.US_ASCII);
    this.lines = lines;
    this.end = end;
  }

  /** Takes the next bytes of the stream. */
  void take(byte[] bytes, int length) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (matched > 0) {
        start = matching(b, i);
      }
      if (matched == 0 && b == BEGIN) {
        keep(bytes, start, i);
        matched = 1;
      } else if (matched == 0 && b == '\n') {
        keep(bytes, start, i);
        endLine();
        start = i + 1;
      }
    }
    if (matched == 0) {
      keep(bytes, start, length);
    }
  }

  /** One more byte of what may be the mark; gives where unread text begins. */
  private int matching(byte b, int i) {
    if (b == mark[matched]) {
      matched++;
      if (matched == mark.length) {
        beginTail();
      }
      return i + 1;
    }
    keep(mark, 0, matched); // it was not: these were a script's own bytes
    matched = 0;
    return i;
  }

  private void beginTail() {
    if (line.size() > 0) {
      endLine(); // a last line without its end
    }
    matched = 0;
    inTail = true;
  }

  private void keep(byte[] bytes, int from, int to) {
    int room = Math.max(0, LONGEST - line.size());
    int kept = Math.min(room, to - from);
    if (kept > 0) {
      line.write(bytes, from, kept);
    }
    dropped += Math.max(0, to - from - kept);
  }

  private void endLine() {
    String text = text();
    line.reset();
    dropped = 0;
    if (inTail) {
      inTail = false;
      end.accept(text.strip());
    } else {
      lines.accept(text);
    }
  }

  private String text() {
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    if (dropped > 0) {
      length = wholeCharacters(bytes);
      return new String(bytes, 0, length, StandardCharsets.UTF_8)
          + " … (+"
          + (dropped + bytes.length - length)
          + ")";
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The length without a character that the cut went through. */
  private static int wholeCharacters(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] & 0xc0) == 0x80) {
      end--;
    }
    return end > 0 && (bytes[end - 1] & 0x80) != 0 ? end - 1 : end;
  }
}
