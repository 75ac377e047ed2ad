package io.github.kubeadmwizard.journal;

import java.nio.file.Path;

/**
 * The directory of one run.
 *
 * @param path {@code runs/CLUSTER/RUN} under the user's state directory
 */
public record RunDirectory(Path path) {

  /** The run's id. */
  public String runId() {
    return path.getFileName().toString();
  }

  /** The cluster's name. */
  public String cluster() {
    return path.getName(path.getNameCount() - 2).toString();
  }

  /** What happened, as JSON lines. */
  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  /** What was on the hosts before each change, as JSON lines. */
  public Path ledger() {
    return path.resolve("ledger.jsonl");
  }
}
