package io.github.kubeadmwizard.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

final class LogChunkTest {
  private static final int CHUNKS = 5_000;
  private static final int LAST = 500;

  /** There is one page only: it is filled anew while others copy what was in it. */
  @Test
  void whoCopiesAPageThatIsUsedAgainHasTheOldLines() throws InterruptedException {
    var newest = new AtomicReference<>(filled(0, new LogPage()));
    var isOver = new AtomicBoolean();
    var writer = Thread.ofPlatform().start(() -> refill(newest, isOver));
    var copy = new LogPage();
    while (!isOver.get()) {
      var chunk = newest.get();
      chunk.copyTo(copy);
      var text = text(chunk.base());
      assertThat(List.of(textOf(copy, 0), textOf(copy, LAST))).containsOnly(text);
    }
    writer.join();
  }

  @Test
  void whatOthersLeftInThePageIsNotPacked() {
    var page = new LogPage();
    new Random(1).nextBytes(page.bytes());
    var chunk = new LogChunk(0, page);
    chunk.add(0, 0, LogLevel.INFO, "alone".getBytes(UTF_8));
    chunk.pack(new Deflater(), new byte[LogChunk.MOST_PACKED]);
    assertThat(chunk.packedSize()).isPositive().isLessThan(200);
  }

  private static void refill(AtomicReference<LogChunk> newest, AtomicBoolean isOver) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var buffer = new byte[LogChunk.MOST_PACKED];
    for (int i = 1; i < CHUNKS; i++) {
      newest.set(filled(i, requireNonNull(newest.get().pack(deflater, buffer))));
    }
    isOver.set(true);
  }

  private static LogChunk filled(int base, LogPage page) {
    var chunk = new LogChunk(base, page);
    for (int i = 0; i <= LAST; i++) {
      assertThat(chunk.add(0, 0, LogLevel.INFO, text(base).getBytes(UTF_8))).isTrue();
    }
    return chunk;
  }

  /** As long as all others, as lines would be looked for elsewhere if it were longer. */
  private static String text(long base) {
    return "%05d %s".formatted(base, "x".repeat(90));
  }

  private static String textOf(LogPage page, int index) {
    return page.line(index, 0, List.of("n1")).text();
  }
}
