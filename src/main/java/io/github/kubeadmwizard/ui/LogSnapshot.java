package io.github.kubeadmwizard.ui;

import java.util.List;

/** The log at one moment: from the oldest line that is kept to the newest. */
final class LogSnapshot {
  private final LogChunk[] chunks;
  private final List<String> hosts;
  private final long first;
  private final long end;

  LogSnapshot(LogChunk[] chunks, List<String> hosts, long first, long end) {
    this.chunks = chunks;
    this.hosts = hosts;
    this.first = first;
    this.end = end;
  }

  /** The number of the oldest line. */
  long first() {
    return first;
  }

  /** One more than the number of the newest line. */
  long end() {
    return end;
  }

  /** The names of hosts, by the number that lines have. */
  List<String> hosts() {
    return hosts;
  }

  int chunks() {
    return chunks.length;
  }

  LogChunk chunk(int index) {
    return chunks[index];
  }

  /** The first line of the chunk that this snapshot has; the next chunk's is its end. */
  long from(int chunk) {
    return chunk == chunks.length ? end : Math.clamp(chunks[chunk].base(), first, end);
  }

  /** The chunk that holds the line. */
  int chunkOf(long number) {
    int low = 0;
    int high = chunks.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (chunks[middle].base() <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
