package io.github.kubeadmwizard.journal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the ids of runs: the time in UTC and a random end, so that they sort by time. */
public final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final RandomGenerator random;

  /** Ids by this clock. */
  public RunIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id, such as {@code 20261121-163412-9f3a}. */
  public String next() {
    return TIME.format(clock.instant())
        + "-"
        + HexFormat.of().toHexDigits((short) random.nextInt());
  }
}
