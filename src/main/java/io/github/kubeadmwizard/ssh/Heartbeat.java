package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.time.Duration;

/** Tells the root helper that we are there; without it, it ends its script after 30 seconds. */
final class Heartbeat {
  private static final Duration BEAT = Duration.ofSeconds(5);

  private Heartbeat() {}

  static void start(Link link, Frames frames, Deadlines deadlines) {
    link.whenEnded(deadlines.every(BEAT, () -> beat(frames)));
  }

  private static void beat(Frames frames) {
    try {
      frames.ping();
    } catch (IOException _) {
      // the connection is gone; its readers tell
    }
  }
}
