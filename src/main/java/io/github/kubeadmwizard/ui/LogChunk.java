package io.github.kubeadmwizard.ui;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred lines of the log; older ones are kept packed, and their page is used for new ones.
 * One thread writes and packs, others copy the lines that the store has published, and nobody
 * waits.
 */
final class LogChunk {
  /** What cannot be packed grows by a few bytes. */
  static final int MOST_PACKED = LogPage.BYTES + 1024;

  private final long base;
  private volatile @Nullable LogPage open;
  private volatile byte[] packed = {};
  private int count;

  /**
   * @param base the number of its first line
   * @param page for its lines, until it is packed; whatever it holds counts for nothing
   */
  LogChunk(long base, LogPage page) {
    this.base = base;
    open = page;
  }

  long base() {
    return base;
  }

  /**
   * Adds a line; by the writer, before it packs.
   *
   * @return whether there was room
   */
  boolean add(long millis, int host, LogLevel level, byte[] text) {
    var page = open;
    if (page == null || !page.hasRoom(count, text)) {
      return false;
    }
    page.write(count++, millis, host, level, text);
    return true;
  }

  /**
   * Takes less memory from now on, and longer to read.
   *
   * @param buffer of {@link #MOST_PACKED} bytes, for what comes between
   * @return the page that it does not need any more; empty if it was packed before
   */
  @Nullable LogPage pack(Deflater deflater, byte[] buffer) {
    var page = open;
    if (page != null) {
      page.clearAfter(count);
      deflater.reset();
      deflater.setInput(page.bytes());
      deflater.finish();
      packed = Arrays.copyOf(buffer, deflater.deflate(buffer));
      open = null;
      VarHandle.storeStoreFence(); // whoever sees other lines in the page sees that it was given up
    }
    return page;
  }

  /** How many bytes it takes when it is packed; 0 before. */
  int packedSize() {
    return packed.length;
  }

  /** Copies the lines, or unpacks them. Those that the store has published are whole. */
  void copyTo(LogPage page) {
    var from = open;
    if (from != null) {
      page.copyOf(from);
      VarHandle.acquireFence(); // so that what was copied is older than what is asked now
    }
    if (from == null || open != from) {
      unpackTo(page);
    }
  }

  private void unpackTo(LogPage page) {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      inflater.inflate(page.bytes());
    } catch (DataFormatException e) {
      throw new IllegalStateException("memory is not what was packed", e);
    }
  }
}
