package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.bundle.Bundle;
import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.ManifestFile;
import io.github.kubeadmwizard.bundle.OfflinePlan;
import io.github.kubeadmwizard.bundle.Target;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestFetcher;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Installations out of a bundle: the same plan, with what is brought in place of what is fetched.
 *
 * @param fetcher reads manifests, which lie in the bundle
 * @param online makes the plan of an installation that fetches all that it will ever need
 */
record Offline(ManifestFetcher fetcher, Online online) {
  /** Makes a plan. */
  interface Online {
    Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests);
  }

  /** The plan of an installation, with what is brought in place of what would be fetched. */
  Plan plan(
      ClusterSpec spec,
      BundleDirectory directory,
      Map<HostName, HostFacts> facts,
      Manifests manifests) {
    return brought(online.plan(spec, facts, manifests), directory, facts);
  }

  /** The plan with what is brought in place of what would be fetched. */
  static Plan brought(Plan plan, BundleDirectory directory, Map<HostName, HostFacts> facts) {
    try {
      return carried(plan, directory, facts).plan();
    } catch (BundleFailure failure) {
      throw new IllegalStateException("it was there when the version was looked up", failure);
    }
  }

  private static OfflinePlan carried(
      Plan plan, BundleDirectory directory, Map<HostName, HostFacts> facts) throws BundleFailure {
    var targets = new LinkedHashMap<HostName, Target>();
    facts.forEach((host, its) -> targets.put(host, target(its)));
    return OfflinePlan.of(plan, directory.read(), directory.path(), targets);
  }

  /** A machine that does not say what it is has no packages in any bundle. */
  private static Target target(HostFacts facts) {
    var machine = facts.machine().architecture();
    return Target.of(facts.os().id(), facts.os().versionId(), machine)
        .orElse(new Target(facts.os().id().orElse("?") + "-?", machine.orElse("?")));
  }

  /**
   * The same cluster with the version that the bundle has.
   *
   * @throws PatchUnknown if there is no bundle, it is of another version, or lacks what a host
   *     needs
   */
  ClusterSpec completed(ClusterSpec spec, BundleDirectory directory, Map<HostName, HostFacts> facts)
      throws PatchUnknown {
    try {
      Bundle bundle = directory.read();
      ClusterSpec full = spec.withKubernetes(version(spec, bundle));
      Plan plan = online.plan(full, facts, manifests(full, directory, _ -> {}));
      var lacking = carried(plan, directory, facts).lacking();
      for (Map.Entry<HostName, List<Message>> one : lacking.entrySet()) {
        throw new PatchUnknown(
            Problem.told(
                "bundle.lacks",
                one.getKey(),
                "",
                Optional.empty(),
                directory.path().toString(),
                one.getValue().stream().distinct().toList()));
      }
      return full;
    } catch (BundleFailure failure) {
      throw new PatchUnknown(failure.problem());
    } catch (ManifestUnavailable unavailable) {
      throw new PatchUnknown(unavailable.problem());
    }
  }

  /**
   * The manifests that the plan needs; a file of the user's own is read where it is, and what has
   * an address is in the bundle. Their pods take images that are there.
   *
   * @throws ManifestUnavailable if one of them is not there
   */
  Manifests manifests(ClusterSpec spec, BundleDirectory directory, Consumer<Message> says)
      throws ManifestUnavailable {
    var place = Optional.of(directory.path().resolve(ManifestFile.FOLDER).toString());
    var byName = new LinkedHashMap<String, Manifest>();
    for (ManifestWish wish : Installation.manifests(spec)) {
      ManifestWish carried =
          wish instanceof ManifestWish.OfTheUser(String own) && own.contains("://")
              ? new ManifestWish.OfTheUser(
                  directory.path().resolve(ManifestFile.pathOf(own)).toString())
              : wish;
      Manifests found = fetcher.fetch(List.of(carried), place, says);
      byName.put(wish.name(), found.of(carried.name()).withImagesAtHand());
    }
    return Installation.fitting(spec, new Manifests(byName));
  }

  private static KubernetesVersion version(ClusterSpec spec, Bundle bundle) throws PatchUnknown {
    var has = KubernetesVersion.parse(bundle.kubernetes());
    KubernetesVersion wish = spec.kubernetes();
    boolean wanted = wish.isFull() ? wish.equals(has) : wish.minorText().equals(has.minorText());
    if (!wanted) {
      throw new PatchUnknown(
          Problem.told(
              "bundle.otherVersion",
              new HostName(spec.firstControlPlane().label()),
              "",
              Optional.empty(),
              bundle.kubernetes(),
              wish.toString()));
    }
    return has;
  }
}
