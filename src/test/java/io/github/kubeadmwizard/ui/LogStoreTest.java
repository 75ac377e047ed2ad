package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LogStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.125Z");

  @Test
  void aLineComesBackAsItWasAdded() {
    var store = new LogStore();
    store.add(NOON, "n1", LogLevel.INFO, "first");
    store.add(NOON.plusMillis(1), "", LogLevel.ERROR, "镜像 pulled – 100 %\t✓");
    store.add(NOON, "n2", LogLevel.WARN, "");
    assertThat(lines(store))
        .containsExactly(
            new LogLine(0, NOON, "n1", LogLevel.INFO, "first"),
            new LogLine(1, NOON.plusMillis(1), "", LogLevel.ERROR, "镜像 pulled – 100 %\t✓"),
            new LogLine(2, NOON, "n2", LogLevel.WARN, ""));
    assertThat(store.hosts()).containsExactly("n1", "n2");
  }

  @Test
  void lineEndsMakeSeveralLines() {
    var store = new LogStore();
    store.add(NOON, "n1", LogLevel.INFO, "one\ntwo\r\n\nfour\n");
    assertThat(texts(store)).containsExactly("one", "two", "", "four");
  }

  @Test
  void aLineOfAnyLengthIsKeptUpToALimit() {
    var store = new LogStore();
    store.add(NOON, "n1", LogLevel.INFO, "字".repeat(LogStore.LONGEST));
    store.add(NOON, "n1", LogLevel.INFO, "字".repeat(LogStore.LONGEST + 1));
    assertThat(texts(store))
        .containsExactly("字".repeat(LogStore.LONGEST), "字".repeat(LogStore.LONGEST) + "…");
  }

  @Test
  void theOldestLinesMakeRoomAndTheOthersKeepTheirOrder() {
    var store = new LogStore(2_500);
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      store.add(NOON, "n" + i % 7, LogLevel.INFO, i + " " + "x".repeat(random.nextInt(300)));
      if (i % 9_973 == 0 || i == 99_999) {
        assertThat(numbersInTexts(store))
            .containsExactlyElementsOf(
                IntStream.rangeClosed(Math.max(0, i - 2_499), i).boxed().toList());
      }
    }
  }

  @Test
  void whoReadsWhileLinesArePushedOutReadsThemWhole() throws InterruptedException {
    readWhileWriting(new LogStore(1_000), 400_000, 97);
  }

  /** Pages are used for new lines while somebody may still copy the old ones out of them. */
  @Test
  void whoReadsWhilePagesAreUsedAgainReadsThemWhole() throws InterruptedException {
    readWhileWriting(new LogStore(100_000), 2_000_000, 397);
  }

  private static void readWhileWriting(LogStore store, int lines, int step)
      throws InterruptedException {
    var isOver = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < lines; i++) {
                store.add(NOON, "n1", LogLevel.INFO, i + " " + "x".repeat(i % 200));
              }
              isOver.set(true);
            });
    while (!isOver.get()) {
      var reader = new LogReader(); // one that has no copies yet
      var log = store.snapshot();
      for (long n = log.first(); n < log.end(); n += step) {
        var line = reader.line(log, n);
        assertThat(line)
            .isEqualTo(
                new LogLine(n, NOON, "n1", LogLevel.INFO, n + " " + "x".repeat((int) n % 200)));
      }
    }
    writer.join();
    assertThat(store.snapshot().end()).isEqualTo(lines);
  }

  @Test
  void linesOfManyThreadsAllArrive() throws InterruptedException {
    var store = new LogStore();
    var threads =
        IntStream.range(0, 4)
            .mapToObj(t ->
                Thread.ofPlatform()
                    .start(() ->
                        IntStream.range(0, 5_000)
                            .forEach(i -> store.add(NOON, "n" + t, LogLevel.INFO, "" + i))))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(store.hosts()).containsExactlyInAnyOrder("n0", "n1", "n2", "n3");
    for (var host : store.hosts()) {
      assertThat(lines(store).stream().filter(l -> l.host().equals(host)).map(LogLine::text))
          .containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(i -> "" + i).toList());
    }
  }

  private static List<Integer> numbersInTexts(LogStore store) {
    return texts(store).stream().map(t -> Integer.parseInt(t.split(" ", 2)[0])).toList();
  }

  private static List<String> texts(LogStore store) {
    return lines(store).stream().map(LogLine::text).toList();
  }

  private static List<LogLine> lines(LogStore store) {
    var log = store.snapshot();
    var reader = new LogReader();
    return LongStream.range(log.first(), log.end()).mapToObj(n -> reader.line(log, n)).toList();
  }
}
