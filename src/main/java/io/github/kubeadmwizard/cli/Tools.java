package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.session.Workshop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What the commands work with; made in one place, by {@code app}, and replaced in tests.
 *
 * @param zone in which the time of day is shown
 */
public record Tools(
    UserDirectories directories,
    Terminal terminal,
    Interrupts interrupts,
    Clock clock,
    ZoneId zone,
    Files files,
    Workshop workshop) {

  /** Reads cluster files. */
  @FunctionalInterface
  public interface Files {
    /** What reading this file gives. */
    ClusterFileResult read(Path file);
  }
}
