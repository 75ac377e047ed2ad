package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.text.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the patch where the user said only a minor: the one that a host of the cluster has already,
 * so that a second run upgrades nothing, else the newest that the package source has.
 */
public final class PatchFinder {
  private static final String VALUE = "kubernetes-version";

  private final Action looking;

  /**
   * @param looking asks the package source and gives the value {@code kubernetes-version}
   */
  public PatchFinder(Action looking) {
    this.looking = looking;
  }

  /**
   * The same cluster with its version in full.
   *
   * @param executor acts on its hosts
   * @throws PatchUnknown if the package source does not answer or has none
   */
  public ClusterSpec complete(ClusterSpec spec, Executor executor, Map<HostName, HostFacts> facts)
      throws PatchUnknown {
    if (spec.kubernetes().isFull()) {
      return spec;
    }
    var first = new HostName(spec.firstControlPlane().label());
    Optional<KubernetesVersion> installed =
        Optional.ofNullable(facts.get(first))
            .flatMap(f -> f.kubernetes().kubeadm())
            .flatMap(Program::version)
            .flatMap(PatchFinder::version)
            .filter(v -> v.minorText().equals(spec.kubernetes().minorText()));
    return spec.withKubernetes(installed.isPresent() ? installed.get() : asked(executor, first));
  }

  private KubernetesVersion asked(Executor executor, HostName first) throws PatchUnknown {
    var values = new RunValues();
    var stage = new Stage("look", "look", values, _ -> {}, new Cancel());
    if (executor.apply(first, looking, stage) instanceof Outcome.Failed(var problem)) {
      throw new PatchUnknown(problem);
    }
    String text = values.get(VALUE).map(Secret::reveal).orElseThrow();
    return KubernetesVersion.parse(text);
  }

  private static Optional<KubernetesVersion> version(String text) {
    try {
      return Optional.of(KubernetesVersion.parse(text)).filter(KubernetesVersion::isFull);
    } catch (IllegalArgumentException _) { // a build of the user's own
      return Optional.empty();
    }
  }
}
