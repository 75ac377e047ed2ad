package io.github.kubeadmwizard.ui;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads lines one by one; keeps the pages it read last, as they may be packed. For one thread. */
final class LogReader {
  private static final int KEPT = 64;

  private final SequencedMap<LogChunk, LogPage> pages = new LinkedHashMap<>(8, 0.75f, true);

  /** The line with this number, or null if it was pushed out of the log. */
  @Nullable LogLine line(LogSnapshot log, long number) {
    if (number < log.first() || number >= log.end()) {
      return null;
    }
    var chunk = log.chunk(log.chunkOf(number));
    return page(chunk).line((int) (number - chunk.base()), number, log.hosts());
  }

  /** The page of a chunk. */
  LogPage page(LogChunk chunk) {
    var page = pages.computeIfAbsent(chunk, LogChunk::page);
    if (pages.size() > KEPT) {
      pages.pollFirstEntry();
    }
    return page;
  }
}
