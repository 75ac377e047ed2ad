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
import java.util.stream.Stream;

/**
 * Finds the patch where the user said only a minor: the one that a host of the cluster has already,
 * so that a second run upgrades nothing, else the newest that the package source has. A patch that
 * the user said is looked for while nothing was done yet, unless all hosts have it.
 */
public final class PatchFinder {
  private static final String LACKING = "install.patchUnknown";
  private static final String VALUE = "kubernetes-version";

  private final Action looking;

  /**
   * @param looking asks the package source and gives the value {@code kubernetes-version}; fails
   *     with {@code install.patchUnknown} where the source lacks the patch that the user said
   */
  public PatchFinder(Action looking) {
    this.looking = looking;
  }

  /**
   * The same cluster with its version in full.
   *
   * @param executor acts on its hosts
   * @param given what the user gave for what the hosts reach
   * @throws PatchUnknown if the package source does not answer, has none, or lacks the one that was
   *     said; of a source that does not answer, a version in full is believed
   */
  public ClusterSpec complete(
      ClusterSpec spec, Executor executor, Map<HostName, HostFacts> facts, RunValues given)
      throws PatchUnknown {
    var first = new HostName(spec.firstControlPlane().label());
    if (spec.kubernetes().isFull()) {
      prove(spec, executor, first, facts, given);
      return spec;
    }
    Optional<KubernetesVersion> installed =
        Optional.ofNullable(facts.get(first))
            .flatMap(f -> version(f.kubernetes().kubeadm()))
            .filter(v -> v.minorText().equals(spec.kubernetes().minorText()));
    return spec.withKubernetes(
        installed.isPresent() ? installed.get() : asked(executor, first, given));
  }

  private void prove(
      ClusterSpec spec,
      Executor executor,
      HostName first,
      Map<HostName, HostFacts> facts,
      RunValues given)
      throws PatchUnknown {
    boolean files = spec.packages().binaries().isPresent(); // each file is a probe of its own
    if (files || facts.values().stream().allMatch(f -> has(f, spec.kubernetes()))) {
      return;
    }
    try {
      asked(executor, first, given);
    } catch (PatchUnknown unknown) {
      if (unknown.problem().id().equals(LACKING)) {
        throw unknown;
      }
    }
  }

  private static boolean has(HostFacts facts, KubernetesVersion wish) {
    var has = facts.kubernetes();
    return Stream.of(has.kubeadm(), has.kubelet(), has.kubectl())
        .allMatch(program -> version(program).filter(wish::equals).isPresent());
  }

  private KubernetesVersion asked(Executor executor, HostName first, RunValues values)
      throws PatchUnknown {
    var stage = new Stage("look", "look", values, _ -> {}, new Cancel());
    if (executor.apply(first, looking, stage) instanceof Outcome.Failed(var problem)) {
      throw new PatchUnknown(problem);
    }
    String text = values.get(VALUE).map(Secret::reveal).orElseThrow();
    return KubernetesVersion.parse(text);
  }

  private static Optional<KubernetesVersion> version(Optional<Program> program) {
    return program.flatMap(Program::version).flatMap(PatchFinder::version);
  }

  private static Optional<KubernetesVersion> version(String text) {
    try {
      return Optional.of(KubernetesVersion.parse(text)).filter(KubernetesVersion::isFull);
    } catch (IllegalArgumentException _) { // a build of the user's own
      return Optional.empty();
    }
  }
}
