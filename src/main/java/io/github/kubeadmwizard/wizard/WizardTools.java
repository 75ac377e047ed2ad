package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.draft.Drafts;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.session.Workshop;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the wizard works with; made in one place, by {@code app}, and replaced in tests.
 *
 * @param zone in which the time of day is shown
 * @param fresh a cluster of which nothing is said yet
 * @param practice makes new practice machines
 * @param kubectl of this computer
 * @param browser opens an address of the world
 */
public record WizardTools(
    UserDirectories directories,
    Clock clock,
    ZoneId zone,
    ClusterFile files,
    Drafts drafts,
    Workshop real,
    Supplier<ClusterSpec> fresh,
    Supplier<Practice> practice,
    Background background,
    LocalKubectl kubectl,
    Consumer<String> browser) {

  /**
   * Simulated machines.
   *
   * @param cluster with all of them as hosts
   */
  public record Practice(Workshop workshop, ClusterSpec cluster) {}
}
