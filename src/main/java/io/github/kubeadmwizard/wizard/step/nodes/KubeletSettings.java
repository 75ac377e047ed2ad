package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.wizard.step.choice.Arguments;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Overlaid;
import io.github.kubeadmwizard.wizard.step.choice.OverlayPath;

/** Rare settings of the kubelets, laid over kubeadm's documents. */
public final class KubeletSettings {
  private static final OverlayPath MAX_PODS = OverlayPath.of("kubeletConfiguration.maxPods");
  private static final String ARGUMENTS = ".nodeRegistration.kubeletExtraArgs";
  private static final int MOST = 65_535;

  private final Overlaid overlaid;
  private final Entry maxPods;
  private final Arguments arguments;

  KubeletSettings(Basis basis) {
    overlaid = new Overlaid(basis);
    maxPods = overlaid.number(MAX_PODS, 1, MOST);
    arguments =
        new Arguments(
            overlaid,
            "kubelet",
            OverlayPath.of("initConfiguration" + ARGUMENTS),
            OverlayPath.of("joinConfiguration" + ARGUMENTS));
  }

  void follow() {
    maxPods.follow(overlaid.shown(MAX_PODS));
    arguments.follow();
  }

  /** How many pods a node runs at most. */
  public Entry maxPods() {
    return maxPods;
  }

  /** Extra arguments, the same on every node. */
  public Arguments arguments() {
    return arguments;
  }

  boolean isWrong() {
    return maxPods.wrong().get().isPresent() || arguments.wrong().isPresent();
  }

  /** How many differ from kubeadm's defaults; every argument counts. */
  int differing() {
    return (maxPods.value().isEmpty() ? 0 : 1) + arguments.pairs().named();
  }
}
