package io.github.kubeadmwizard.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of day as results show them. */
final class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Times() {}

  /** To the minute, such as {@code 2026-11-22 08:15}. */
  static String minute(Instant time, ZoneId zone) {
    return MINUTE.withZone(zone).format(time);
  }
}
