package io.github.kubeadmwizard.ui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Deflater;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines of a run's log, at most a million of them and at most 96 MiB of memory; older
 * ones are kept packed, where they take about a fifth. Pages for new lines are used again. Any
 * thread adds; any thread reads, and none waits for another but writers for each other. The store
 * needs no screen and outlives the views of it.
 */
public final class LogStore {
  /** As many lines as are kept. */
  public static final int MOST_LINES = 1_000_000;

  /** A longer line is cut here, in characters; the journal has the whole. */
  static final int LONGEST = 8_000;

  private static final long MOST_PACKED = 96L << 20;

  /** The newest ones are kept as they are, for those who follow. */
  private static final int OPEN_CHUNKS = 64;

  private static final int MOST_HOSTS = 65_536;

  private final int capacity;
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> hostIds = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final byte[] buffer = new byte[LogChunk.MOST_PACKED];
  private volatile LogChunk[] chunks = {new LogChunk(0, new LogPage())};
  private volatile long end;
  private long packed;

  /** A store for {@link #MOST_LINES}. */
  public LogStore() {
    this(MOST_LINES);
  }

  /**
   * @param capacity as many lines are kept
   */
  public LogStore(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds a line, or several where the text has line ends.
   *
   * @param host empty where it belongs to no single host
   */
  public void add(Instant at, String host, LogLevel level, String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      append(at.toEpochMilli(), host, level, text);
    } else {
      text.lines().forEach(line -> append(at.toEpochMilli(), host, level, line));
    }
    listeners.forEach(Runnable::run);
  }

  /** The hosts that have had a line, in the order of their first; without the empty one. */
  public List<String> hosts() {
    return hosts.stream().filter(host -> !host.isEmpty()).toList();
  }

  /**
   * Calls this after each line, on the thread that adds it; so it must be quick.
   *
   * @return ends it
   */
  Subscription listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The number that the host has in chunks, or -1 if it has had no line yet. */
  int hostId(String host) {
    return hostIds.getOrDefault(host, -1);
  }

  /** How many lines came since the beginning. */
  long end() {
    return end;
  }

  LogSnapshot snapshot() {
    long known = end; // before the chunks: then they hold every line up to it
    var present = chunks;
    return new LogSnapshot(
        present, hosts, Math.max(present[0].base(), Math.max(0, known - capacity)), known);
  }

  private void append(long millis, String host, LogLevel level, String text) {
    var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    var bytes = cut.getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      int id = idOf(host);
      if (!chunks[chunks.length - 1].add(millis, id, level, bytes)) {
        nextChunk().add(millis, id, level, bytes);
      }
      end++;
    }
  }

  private int idOf(String host) {
    var known = hostIds.get(host);
    if (known != null) {
      return known;
    }
    if (hosts.size() == MOST_HOSTS) {
      throw new IllegalStateException("more than " + MOST_HOSTS + " hosts in one log");
    }
    hosts.add(host);
    hostIds.put(host, hosts.size() - 1);
    return hosts.size() - 1;
  }

  private LogChunk nextChunk() {
    int drop = 0;
    @Nullable LogPage page = null;
    if (chunks.length >= OPEN_CHUNKS) {
      var old = chunks[chunks.length - OPEN_CHUNKS];
      page = old.pack(deflater, buffer);
      packed += old.packedSize();
    }
    while (isOutOfDate(drop)) {
      packed -= chunks[drop++].packedSize();
    }
    var next = new LogChunk(end, page == null ? new LogPage() : page);
    var grown = Arrays.copyOfRange(chunks, drop, chunks.length + 1);
    grown[grown.length - 1] = next;
    chunks = grown;
    return next;
  }

  private boolean isOutOfDate(int chunk) {
    return chunk + 1 < chunks.length
        && (chunks[chunk + 1].base() <= end - capacity || packed > MOST_PACKED);
  }
}
