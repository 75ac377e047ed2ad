package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.BundleFile;
import io.github.kubeadmwizard.bundle.BundleProgress;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells of the files that come, each when it begins and large ones now and then. */
final class BundleLines implements BundleProgress {
  private static final Duration PACE = Duration.ofSeconds(5);
  private static final long MB = 1_000_000;

  private final Output output;
  private final Clock clock;
  private String name = "";
  private Instant told = Instant.EPOCH;

  BundleLines(Output output, Clock clock) {
    this.output = output;
    this.clock = clock;
  }

  @Override
  public void there(BundleFile file) {}

  @Override
  public synchronized void came(BundleFile file, long bytes) {
    Instant now = clock.instant();
    if (file.path().equals(name) && now.isBefore(told.plus(PACE))) {
      return;
    }
    boolean begins = !file.path().equals(name);
    name = file.path();
    told = now;
    output.tell(
        begins
            ? Message.of("cli.bundle.fetching", file.path(), Math.ceilDiv(file.bytes(), MB))
            : Message.of(
                "cli.bundle.fetched", file.path(), bytes / MB, Math.ceilDiv(file.bytes(), MB)));
  }
}
