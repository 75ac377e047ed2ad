package io.github.kubeadmwizard.ui;

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
    var chunks = IntStream.range(0, ROWS).mapToObj(log::chunk).toList();
    assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.packedSize()).isPositive());
    var pages = chunks.stream().map(reader::page).toList();
    for (int i = 0; i < ROWS; i++) {
      assertThat(reader.page(chunks.get(i))).isSameAs(pages.get(i));
    }
  }
}
