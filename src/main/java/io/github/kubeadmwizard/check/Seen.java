package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.HostFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A host's facts, with how far its clock was ahead of ours when they were read.
 *
 * @param ahead negative where the host's clock is behind; empty where it was not read
 */
public record Seen(HostFacts facts, Optional<Duration> ahead) {

  /**
   * Facts that were asked for and answered at these moments of our own clock; the host read its
   * clock somewhere between, so half the round trip is the error.
   */
  public static Seen of(HostFacts facts, Instant asked, Instant answered) {
    var nanos = facts.clock().epochNanos();
    if (nanos.isEmpty()) {
      return new Seen(facts, Optional.empty());
    }
    var middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
    var there = Instant.ofEpochSecond(0, nanos.getAsLong());
    return new Seen(facts, Optional.of(Duration.between(middle, there)));
  }

  /** Facts without a comparison of clocks. */
  public static Seen of(HostFacts facts) {
    return new Seen(facts, Optional.empty());
  }
}
