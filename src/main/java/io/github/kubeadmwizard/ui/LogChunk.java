package io.github.kubeadmwizard.ui;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred lines of the log; older ones are kept packed. One thread writes and packs, others
 * read the lines that the store has published, and nobody waits.
 */
final class LogChunk {
  private final long base;
  private volatile @Nullable LogPage open = new LogPage(new byte[LogPage.BYTES]);
  private volatile byte[] packed = {};
  private int count;

  /**
   * @param base the number of its first line
   */
  LogChunk(long base) {
    this.base = base;
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
    var page = page();
    if (!page.hasRoom(count, text)) {
      return false;
    }
    page.write(count++, millis, host, level, text);
    return true;
  }

  /** Takes less memory from now on, and longer to read. */
  void pack(Deflater deflater) {
    deflater.reset();
    deflater.setInput(page().bytes());
    deflater.finish();
    var buffer = new byte[LogPage.BYTES + 1024]; // what cannot be packed grows by a few bytes
    packed = Arrays.copyOf(buffer, deflater.deflate(buffer));
    open = null;
  }

  /** How many bytes it takes when it is packed; 0 before. */
  int packedSize() {
    return packed.length;
  }

  /** The lines; unpacked each time if the chunk is packed. */
  LogPage page() {
    var page = open;
    return page == null ? unpacked() : page;
  }

  private LogPage unpacked() {
    var inflater = new Inflater();
    try {
      var bytes = new byte[LogPage.BYTES];
      inflater.setInput(packed);
      inflater.inflate(bytes);
      return new LogPage(bytes);
    } catch (DataFormatException e) {
      throw new IllegalStateException("memory is not what was packed", e);
    } finally {
      inflater.end();
    }
  }
}
