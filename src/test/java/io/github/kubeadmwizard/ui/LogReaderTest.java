package io.github.kubeadmwizard.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LogReaderTest {
  private static final int ROWS = 60;

  /** A rare line is in every other page: a screen full of them is not unpacked in each pulse. */
  @Test
  void aScreenOfLinesThatLieFarApartIsUnpackedOnce() {
    var store = new LogStore(200_000);
    for (int i = 0; i < 200_000; i++) {
      store.add(Instant.EPOCH, "n1", LogLevel.INFO, i + " " + "x".repeat(100));
    }
    var log = store.snapshot();
    var reader = new LogReader();
    assertThat(IntStream.range(0, ROWS).map(i -> log.chunk(i).packedSize())).allMatch(n -> n > 0);
    var pages = IntStream.range(0, ROWS).mapToObj(i -> reader.page(log, i)).toList();
    pages.forEach(page -> page.clearAfter(0)); // what is unpacked again has lines again
    for (int i = 0; i < ROWS; i++) {
      assertThat(reader.page(log, i)).isSameAs(pages.get(i));
      assertThat(pages.get(i).bytes()).containsOnly(0);
    }
  }

  /** The page of the newest lines is read again when there are more of them. */
  @Test
  void linesThatCameMeanwhileAreReadToo() {
    var store = new LogStore();
    var reader = new LogReader();
    for (int i = 0; i < 100; i++) {
      store.add(Instant.EPOCH, "n1", LogLevel.INFO, "line " + i);
      var log = store.snapshot();
      assertThat(requireNonNull(reader.line(log, i)).text()).isEqualTo("line " + i);
      assertThat(requireNonNull(reader.line(log, 0)).text()).isEqualTo("line 0");
    }
  }
}
