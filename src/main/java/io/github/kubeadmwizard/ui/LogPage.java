package io.github.kubeadmwizard.ui;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of a {@link LogChunk} as they can be read: one array of bytes, since a String for each line
 * would take twice the memory. From the front the lines, each with time, level and host before its
 * UTF-8; from the back where each line ends.
 */
final class LogPage {
  static final int BYTES = 65_520;

  /** No page has more lines. */
  static final int MOST_LINES = BYTES / 13;

  private static final int LEVEL = 8;
  private static final int HOST = 9;
  private static final int HEAD = 11;
  private static final int END = Character.BYTES;
  private static final VarHandle TIME =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle CHAR =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes = new byte[BYTES];

  /** {@link #BYTES} of them. */
  byte[] bytes() {
    return bytes;
  }

  /** Has the same lines as the other from now on. */
  void copyOf(LogPage other) {
    System.arraycopy(other.bytes, 0, bytes, 0, BYTES);
  }

  /** Forgets what lies behind so many lines: it was of others. */
  void clearAfter(int lines) {
    Arrays.fill(bytes, from(lines), BYTES - END * lines, (byte) 0);
  }

  /** Whether a line of this text has room behind so many lines. */
  boolean hasRoom(int lines, byte[] text) {
    return from(lines) + HEAD + text.length + END * (lines + 1) <= BYTES;
  }

  /** Writes the line with this index; the ones before it are there already. */
  void write(int index, long millis, int host, LogLevel level, byte[] text) {
    int at = from(index);
    TIME.set(bytes, at, millis);
    bytes[at + LEVEL] = level.code();
    CHAR.set(bytes, at + HOST, (char) host);
    System.arraycopy(text, 0, bytes, at + HEAD, text.length);
    CHAR.set(bytes, BYTES - END * (index + 1), (char) (at + HEAD + text.length));
  }

  int textFrom(int index) {
    return from(index) + HEAD;
  }

  int textTo(int index) {
    return (char) CHAR.get(bytes, BYTES - END * (index + 1));
  }

  int level(int index) {
    return bytes[from(index) + LEVEL];
  }

  int host(int index) {
    return (char) CHAR.get(bytes, from(index) + HOST);
  }

  private int from(int index) {
    return index == 0 ? 0 : textTo(index - 1);
  }

  /**
   * @param number of the line with this index
   */
  LogLine line(int index, long number, List<String> hosts) {
    int from = textFrom(index);
    return new LogLine(
        number,
        Instant.ofEpochMilli((long) TIME.get(bytes, from(index))),
        hosts.get(host(index)),
        LogLevel.of(level(index)),
        new String(bytes, from, textTo(index) - from, StandardCharsets.UTF_8));
  }
}
