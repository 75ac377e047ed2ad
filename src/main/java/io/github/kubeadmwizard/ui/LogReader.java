package io.github.kubeadmwizard.ui;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads lines one by one; keeps copies of the pages it read last. For one thread. */
final class LogReader {
  private static final int KEPT = 64;

  /**
   * @param to the lines before this one are in it
   */
  private record Copy(LogPage page, long to) {}

  private final SequencedMap<LogChunk, Copy> copies = new LinkedHashMap<>(8, 0.75f, true);

  /** The line with this number, or null if it was pushed out of the log. */
  @Nullable LogLine line(LogSnapshot log, long number) {
    if (number < log.first() || number >= log.end()) {
      return null;
    }
    int chunk = log.chunkOf(number);
    int index = (int) (number - log.chunk(chunk).base());
    return page(log, chunk).line(index, number, log.hosts());
  }

  /** The lines of a chunk that the snapshot has; until the next is asked for. */
  LogPage page(LogSnapshot log, int index) {
    var chunk = log.chunk(index);
    long to = log.from(index + 1);
    var copy = copies.get(chunk);
    if (copy == null || copy.to() < to) {
      copy = new Copy(copy == null ? free() : copy.page(), to);
      chunk.copyTo(copy.page());
      copies.put(chunk, copy);
    }
    return copy.page();
  }

  private LogPage free() {
    return copies.size() < KEPT ? new LogPage() : copies.pollFirstEntry().getValue().page();
  }
}
