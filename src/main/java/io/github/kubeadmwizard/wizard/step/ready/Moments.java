package io.github.kubeadmwizard.wizard.step.ready;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of day as the page shows them. */
final class Moments {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Moments() {}

  /** To the minute. */
  static String minute(Instant time, ZoneId zone) {
    return MINUTE.withZone(zone).format(time);
  }
}
