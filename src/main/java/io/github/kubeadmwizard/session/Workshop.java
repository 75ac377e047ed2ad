package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What works on machines: one for real ones, one for practice machines. The command line and the
 * wizard use the same.
 */
public record Workshop(
    Connecting connecting,
    Reading reading,
    Checking checking,
    Completing completing,
    Fetching fetching,
    Planning planning,
    Exporting exporting,
    Acting acting) {

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
    List<String> probes(ClusterSpec spec, HostName host, HostFacts facts);

    /** The routes of this computer; not on JavaFX's thread. */
    List<Route> ownRoutes();

    /**
     * All findings.
     *
     * @param ownRoutes of this computer
     */
    CheckReport look(
        ClusterSpec spec, Map<HostName, FactsReader.Read> facts, List<Route> ownRoutes);
  }

  /** Finds the patch of a version of which the user said only the minor, and proves one he said. */
  @FunctionalInterface
  public interface Completing {
    /**
     * The same cluster with its version in full.
     *
     * @throws PatchUnknown if no patch of it, or not the one that was said, is to be had
     */
    ClusterSpec completed(ClusterSpec spec, Fleet fleet, Map<HostName, HostFacts> facts)
        throws PatchUnknown;
  }

  /** Brings the manifests that others publish or the user brings, before a plan is made. */
  @FunctionalInterface
  public interface Fetching {
    /**
     * The manifests that the plan of this cluster needs, and that fit it; most clusters need none.
     * May take minutes.
     *
     * @param says hears what is being fetched
     * @throws ManifestUnavailable if one is not to be had, or is of another make
     */
    Manifests fetched(ClusterSpec spec, Consumer<Message> says) throws ManifestUnavailable;
  }

  /** Makes the plan of an installation. */
  public interface Planning {
    /** What this program cannot install of the wish, in words; empty where it can all of it. */
    List<Message> refuses(ClusterSpec spec);

    /**
     * What will be done.
     *
     * @param manifests those that were fetched for this very cluster
     */
    Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests);

    /**
     * The same for nodes that will reach no registry: also what the cluster itself would fetch
     * later stands in it.
     */
    default Plan selfContained(
        ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      return plan(spec, facts, manifests);
    }

    /**
     * How another pod network, or another way of Flannel's, gets onto a cluster that stands; as for
     * {@link #plan}. Nothing, where no cluster can stand.
     *
     * @param leaving the plugin that leaves; empty where Flannel stays
     */
    default Plan switching(
        ClusterSpec spec,
        Map<HostName, HostFacts> facts,
        Manifests manifests,
        Optional<Departing> leaving) {
      return new Plan(List.of());
    }
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
        ClusterSpec spec,
        Map<HostName, HostFacts> facts,
        Manifests manifests,
        Plan plan,
        Words words);
  }

  /** Makes what carries out actions. */
  @FunctionalInterface
  public interface Acting {
    /** An executor that acts on the hosts of this fleet. */
    Executor over(Fleet fleet);
  }
}
