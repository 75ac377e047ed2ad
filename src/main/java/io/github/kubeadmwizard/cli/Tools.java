package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
    Connecting connecting,
    Reading reading,
    Checking checking,
    Planning planning,
    Exporting exporting,
    Acting acting) {

  /** Reads cluster files. */
  @FunctionalInterface
  public interface Files {
    /** What reading this file gives. */
    ClusterFileResult read(Path file);
  }

  /** Makes what connects to the hosts of a cluster. */
  @FunctionalInterface
  public interface Connecting {
    /** A connector that signs in with these secrets. */
    HostConnector to(ClusterSpec spec, SecretBook secrets);
  }

  /** Makes what reads facts. */
  @FunctionalInterface
  public interface Reading {
    /** A reader over this fleet. */
    FactsReader over(Fleet fleet);
  }

  /** Looks whether the hosts are fit. */
  public interface Checking {
    /** What each host has to try to reach. */
    List<String> probes(ClusterSpec spec, HostFacts facts);

    /** All findings. */
    CheckReport look(ClusterSpec spec, Map<HostName, FactsReader.Read> facts);
  }

  /** Makes the plan of an installation. */
  @FunctionalInterface
  public interface Planning {
    /** What will be done. */
    Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts);
  }

  /** Makes kubeadm's files and a runbook. */
  @FunctionalInterface
  public interface Exporting {
    /**
     * The texts of the files, by their path below the directory that the user chose.
     *
     * @param words the language of the comments
     */
    SortedMap<String, String> files(
        ClusterSpec spec, Map<HostName, HostFacts> facts, Plan plan, Words words);
  }

  /** Makes what carries out actions. */
  @FunctionalInterface
  public interface Acting {
    /** An executor that acts on the hosts of this fleet. */
    Executor over(Fleet fleet);
  }
}
