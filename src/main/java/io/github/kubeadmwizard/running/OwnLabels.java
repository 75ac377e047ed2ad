package io.github.kubeadmwizard.running;

import java.util.Set;

/**
 * Labels that are no wish of anybody: the kubelet writes them when it registers and puts them back.
 * Source: Kubernetes, kubelet's updateDefaultLabels.
 */
final class OwnLabels {
  private static final Set<String> KUBELETS =
      Set.of(
          "kubernetes.io/hostname",
          "kubernetes.io/os",
          "kubernetes.io/arch",
          "beta.kubernetes.io/os",
          "beta.kubernetes.io/arch");

  private OwnLabels() {}

  static boolean isKubelets(String key) {
    return KUBELETS.contains(key);
  }
}
