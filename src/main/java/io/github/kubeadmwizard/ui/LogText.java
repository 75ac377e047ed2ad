package io.github.kubeadmwizard.ui;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The lines of a log that pass a filter, as text. Reads a store that goes on; usable on any thread
 * but JavaFX's, since it may take seconds.
 */
final class LogText {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private final LogStore store;
  private final LogFilter filter;
  private final ZoneId zone;

  LogText(LogStore store, LogFilter filter, ZoneId zone) {
    this.store = store;
    this.filter = filter;
    this.zone = zone;
  }

  /**
   * The lines as they stand on the screen.
   *
   * @param from number of the first line
   * @param to number of the last line
   * @param most no more lines than this, the newest of them
   */
  String lines(long from, long to, int most) {
    var log = store.snapshot();
    var reader = new LogReader();
    var passes = passes(reader);
    var clock = CLOCK.withZone(zone);
    var text = new StringBuilder();
    long start = startOfNewest(log, passes, from, to, most);
    for (long n = start; n <= Math.min(to, log.end() - 1); n++) {
      var line = passes.isIn(log, n) ? reader.line(log, n) : null;
      if (line != null) {
        append(text, line, clock);
      }
    }
    return text.toString();
  }

  private static long startOfNewest(LogSnapshot log, Passes passes, long from, long to, int most) {
    long oldest = Math.max(from, log.first());
    long at = Math.min(to + 1, log.end());
    for (int found = 0; at > oldest && found < most; ) {
      at--;
      found += passes.isIn(log, at) ? 1 : 0;
    }
    return at;
  }

  /**
   * Writes every line that the filter passes, with date and time zone.
   *
   * @return how many lines it wrote
   */
  long write(Path file) throws IOException {
    var log = store.snapshot();
    var reader = new LogReader();
    var passes = passes(reader);
    var clock = EXACT.withZone(zone);
    var text = new StringBuilder();
    long count = 0;
    try (Writer out = Files.newBufferedWriter(file)) {
      for (long n = log.first(); n < log.end(); n++) {
        var line = passes.isIn(log, n) ? reader.line(log, n) : null;
        if (line != null) {
          text.setLength(0);
          append(text, line, clock);
          out.append(text);
          count++;
        }
      }
    }
    return count;
  }

  private interface Passes {
    boolean isIn(LogSnapshot log, long number);
  }

  private Passes passes(LogReader reader) {
    var rule = LogRule.of(store, filter);
    return (log, number) -> {
      int chunk = log.chunkOf(number);
      int index = (int) (number - log.chunk(chunk).base());
      return rule.hits(reader.page(log, chunk), index) > 0;
    };
  }

  private static void append(StringBuilder text, LogLine line, DateTimeFormatter clock) {
    clock.formatTo(line.at(), text);
    if (!line.host().isEmpty()) {
      text.append(' ').append(line.host());
    }
    text.append(' ').append(line.level().name().toLowerCase(Locale.ROOT));
    text.append(' ').append(line.text()).append('\n');
  }
}
