package io.github.kubeadmwizard.ui;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred lines of the log in one array of bytes: a String for each line would take twice the
 * memory. One thread writes; others read the lines that the store has published.
 *
 * <p>The array of a dropped chunk is used again, so a reader asks {@link #isIntact} after it has
 * read, and throws away what it read if the answer is no. Nobody ever waits.
 */
final class LogChunk {
  /** With the array's header 64 KiB; an end fits into a char. */
  static final int BYTES = 65_520;

  static final int MOST_LINES = 1024;
  private static final int LEVEL = 8;
  private static final int HOST = 9;
  private static final int HEAD = 11;
  private static final LogLevel[] LEVELS = LogLevel.values();
  private static final VarHandle TIME =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final long base;
  private final byte[] bytes;
  private final char[] ends = new char[MOST_LINES];
  private int count;
  private volatile boolean dropped;

  /**
   * @param base the number of its first line
   * @param bytes {@link #BYTES} long; may hold lines of a dropped chunk
   */
  LogChunk(long base, byte[] bytes) {
    this.base = base;
    this.bytes = bytes;
  }

  long base() {
    return base;
  }

  boolean hasRoomFor(byte[] text) {
    return count < MOST_LINES && used() + HEAD + text.length <= BYTES;
  }

  void add(long millis, int host, LogLevel level, byte[] text) {
    int at = used();
    TIME.set(bytes, at, millis);
    bytes[at + LEVEL] = (byte) level.ordinal();
    SHORT.set(bytes, at + HOST, (short) host);
    System.arraycopy(text, 0, bytes, at + HEAD, text.length);
    ends[count++] = (char) (at + HEAD + text.length);
  }

  private int used() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** Gives its array away; lines that are being read in this moment are lost to their readers. */
  byte[] drop() {
    dropped = true;
    VarHandle.fullFence(); // the next chunk's bytes come after the mark, for every reader
    return bytes;
  }

  /** Whether what was read before this call is what was written. */
  boolean isIntact() {
    VarHandle.acquireFence(); // the reads come before the look at the mark
    return !dropped;
  }

  byte[] bytes() {
    return bytes;
  }

  int textFrom(int index) {
    return from(index) + HEAD;
  }

  int textTo(int index) {
    return ends[index];
  }

  int level(int index) {
    return bytes[from(index) + LEVEL];
  }

  int host(int index) {
    return (short) SHORT.get(bytes, from(index) + HOST) & 0xffff;
  }

  private int from(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** The line, or null if it is gone. */
  @Nullable LogLine line(int index, List<String> hosts) {
    int from = from(index);
    long millis = (long) TIME.get(bytes, from);
    int level = level(index);
    int host = host(index);
    int length = ends[index] - from - HEAD;
    var text = new String(bytes, from + HEAD, length, StandardCharsets.UTF_8);
    return isIntact()
        ? new LogLine(
            base + index, Instant.ofEpochMilli(millis), hosts.get(host), LEVELS[level], text)
        : null;
  }
}
