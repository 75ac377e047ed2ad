package io.github.kubeadmwizard.ui;

import java.util.Arrays;

/**
 * Numbers of lines in rising order, each with how many hits it has. Never changes; grows into a new
 * one that shares its blocks, for which there is one writer. Entries keep their number when old
 * ones are dropped.
 */
final class LineIndex {
  private static final int BLOCK = 1024;

  /**
   * So many entries: the line of the first one, and the hits before it since the beginning; of each
   * the distance to them.
   */
  private static final class Block {
    private final long line;
    private final long hits;
    private final int[] lines = new int[BLOCK];
    private final int[] before = new int[BLOCK];

    Block(long line, long hits) {
      this.line = line;
      this.hits = hits;
    }
  }

  private final Block[] blocks;
  private final long firstBlock;
  private final long end;
  private final long hits;

  private LineIndex(Block[] blocks, long firstBlock, long end, long hits) {
    this.blocks = blocks;
    this.firstBlock = firstBlock;
    this.end = end;
    this.hits = hits;
  }

  static LineIndex empty() {
    return new LineIndex(new Block[0], 0, 0, 0);
  }

  /**
   * With the lines of a stretch that have hits.
   *
   * @param base number of the stretch's first line
   * @param weights hits of each line; those between from and to count
   * @param oldest blocks that end before this line are dropped
   */
  LineIndex with(long base, int[] weights, int from, int to, long oldest) {
    var grown = blocks;
    long entry = end;
    long sum = hits;
    for (int i = from; i < to; i++) {
      if (weights[i] > 0) {
        if (entry % BLOCK == 0) {
          grown = Arrays.copyOf(grown, grown.length + 1);
          grown[grown.length - 1] = new Block(base + i, sum);
        }
        var block = grown[grown.length - 1];
        int at = (int) (entry++ % BLOCK);
        block.lines[at] = (int) (base + i - block.line);
        block.before[at] = (int) (sum - block.hits);
        sum += weights[i];
      }
    }
    return new LineIndex(grown, firstBlock, entry, sum).without(oldest);
  }

  private LineIndex without(long oldest) {
    int drop = 0;
    while (drop + 1 < blocks.length && blocks[drop + 1].line < oldest) {
      drop++;
    }
    return drop == 0
        ? this
        : new LineIndex(
            Arrays.copyOfRange(blocks, drop, blocks.length), firstBlock + drop, end, hits);
  }

  /** One more than the number of the last entry. */
  long end() {
    return end;
  }

  /** The first entry whose line is this one or a later one; the end if there is none. */
  long atOrAfter(long line) {
    long low = firstBlock * BLOCK;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (line(middle) < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The line of this entry. */
  long line(long entry) {
    var block = block(entry);
    return block.line + Integer.toUnsignedLong(block.lines[(int) (entry % BLOCK)]);
  }

  /** How many hits came before this entry, since the beginning; for the end: all. */
  long hitsBefore(long entry) {
    if (entry >= end) {
      return hits;
    }
    var block = block(entry);
    return block.hits + block.before[(int) (entry % BLOCK)];
  }

  /** The entry that has the hit with this number. */
  long entryOfHit(long hit) {
    long low = firstBlock * BLOCK;
    long high = end - 1;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (hitsBefore(middle) <= hit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private Block block(long entry) {
    return blocks[(int) (entry / BLOCK - firstBlock)];
  }
}
