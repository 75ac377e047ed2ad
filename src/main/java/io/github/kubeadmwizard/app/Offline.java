package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.bundle.Bundle;
import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.OfflinePlan;
import io.github.kubeadmwizard.bundle.Target;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Installations out of a bundle: the same plan, with what is brought in place of what is fetched.
 *
 * @param online makes the plan of an installation that fetches
 */
record Offline(BiFunction<ClusterSpec, Map<HostName, HostFacts>, Plan> online) {

  /** The plan that the cluster file asks for. */
  Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts) {
    Plan plan = online.apply(spec, facts);
    Optional<BundleDirectory> directory = BundleDirectory.of(spec);
    if (directory.isEmpty()) {
      return plan;
    }
    try {
      return carried(plan, directory.get(), facts).plan();
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
      var lacking = carried(online.apply(full, facts), directory, facts).lacking();
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
    }
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
