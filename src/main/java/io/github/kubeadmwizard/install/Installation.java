package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Plan;
import java.util.List;

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
          new ClusterReady(),
          new PodTraffic(),
          new TakeTestPodsAway(),
          new RememberProof());

  private Installation() {}

  /** Everything that will be done, on every host, in order. */
  public static Plan plan(Ground ground) {
    return new Plan(
        PHASES.stream()
            .map(phase -> phase.plan(ground))
            .filter(phase -> !phase.lanes().isEmpty())
            .toList());
  }
}
