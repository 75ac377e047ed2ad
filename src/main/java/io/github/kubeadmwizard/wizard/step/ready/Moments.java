package io.github.kubeadmwizard.wizard.step.ready;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Now, and times of day as the page shows them. */
public record Moments(Clock clock, ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** At this moment. */
  Instant now() {
    return clock.instant();
  }

  /** To the minute, for a person. */
  String minute(Instant time) {
    return MINUTE.withZone(zone).format(time);
  }
}
