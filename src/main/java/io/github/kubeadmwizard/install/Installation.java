package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.kubeadm.OverlayCheck;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.manifests.EditRefused;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installation, as the list that it is. */
public final class Installation {
  private static final List<InstallPhase> PHASES =
      List.of(
          new PrepareHosts(),
          new InstallPackages(),
          new ConfigureRuntime(),
          new PullImages(),
          new InitControlPlane(),
          new HandOutCredentials(),
          new ApplyPodNetwork(),
          new JoinControlPlanes(),
          new JoinWorkers(),
          new GiveKubeconfig(),
          new BecomeReady(),
          new ClusterReady(),
          new PodTraffic(),
          new TakeTestPodsAway(),
          new RememberProof(),
          new FetchAhead(),
          new AskForCertificates(),
          new StorageOperator(),
          new ProveDisks(),
          new InstallAddons());

  private Installation() {}

  /** What this version cannot install of the wish, in words; empty where it can all of it. */
  public static List<Message> refuses(ClusterSpec spec) {
    var refused = new ArrayList<>(NotYet.of(spec));
    OverlayCheck.check(spec).stream()
        .filter(DocumentProblem::stops)
        .map(p -> Message.of("install.overlay", p.path(), p.what(), p.why(), p.remedy()))
        .forEach(refused::add);
    return List.copyOf(refused);
  }

  /** The manifests that a plan of this cluster needs; they are fetched before it is made. */
  public static List<ManifestWish> manifests(ClusterSpec spec) {
    return Stream.concat(
            PodNetwork.of(spec).manifests().stream(),
            Addons.ofThisProgram().manifests(spec).stream())
        .toList();
  }

  /** What is applied to connect the pods, in this order; empty where the user brings it. */
  public static List<Layer> podNetwork(ClusterSpec spec, Manifests manifests) {
    return Preparation.podNetwork(spec, manifests);
  }

  /**
   * Tries whether these manifests can be fitted to this cluster, so that making the plan cannot
   * fail for it.
   *
   * @throws ManifestUnavailable if one of them is of another make
   */
  public static Manifests fitting(ClusterSpec spec, Manifests manifests)
      throws ManifestUnavailable {
    try {
      Preparation.podNetwork(spec, manifests);
      Addons.ofThisProgram().prepared(spec, manifests);
      return manifests;
    } catch (EditRefused refused) {
      throw new ManifestUnavailable(refused.problem());
    }
  }

  /**
   * Looks up the newest patch of the wished minor, as the value {@code kubernetes-version}; of a
   * full version it looks whether the packages are there, and fails with {@code
   * install.patchUnknown} if they are not.
   */
  public static Action findPatch(ClusterSpec spec, boolean deb) {
    return new PackageSources(spec, WayOut.of(spec)).newestPatch(deb);
  }

  /** Everything that will be done, on every host, in order. */
  public static Plan plan(Ground ground) {
    return plan(ground, PHASES.stream().filter(phase -> !(phase instanceof FetchAhead)));
  }

  /**
   * The same for nodes that will reach no registry: what the cluster itself would fetch later is
   * fetched ahead, so that a bundle can be made of this plan, and stand for it.
   */
  public static Plan selfContained(Ground ground) {
    return plan(ground, PHASES.stream());
  }

  private static Plan plan(Ground ground, Stream<InstallPhase> phases) {
    return new Plan(
        phases.map(phase -> phase.plan(ground)).filter(phase -> !phase.lanes().isEmpty()).toList());
  }
}
