package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.session.Workshop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the commands work with; made in one place, by {@code app}, and replaced in tests.
 *
 * @param zone in which the time of day is shown
 * @param kubectl of this computer
 * @param practice makes new practice machines
 */
public record Tools(
    UserDirectories directories,
    Terminal terminal,
    Interrupts interrupts,
    Clock clock,
    ZoneId zone,
    Files files,
    Workshop workshop,
    LocalKubectl kubectl,
    Supplier<Practice> practice) {

  /**
   * Practice machines, new ones, and the clusters that they make.
   *
   * @param hurry lets the machines do everything at once, or at their usual pace again
   */
  public record Practice(
      Workshop workshop, ClusterSpec all, ClusterSpec installable, Consumer<Boolean> hurry) {
    /** The hosts on which the installation cannot put right what is wrong. */
    List<String> leftOut() {
      return all.hosts().stream()
          .map(HostSpec::label)
          .filter(label -> installable.hosts().stream().noneMatch(h -> h.label().equals(label)))
          .toList();
    }
  }

  /** Reads cluster files. */
  @FunctionalInterface
  public interface Files {
    /** What reading this file gives. */
    ClusterFileResult read(Path file);
  }
}
