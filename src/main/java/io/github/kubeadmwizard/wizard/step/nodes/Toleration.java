package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.TaintSpec;

/** What a pod's spec says to be let onto a node with a taint. Source: core/v1 Toleration. */
final class Toleration {
  private Toleration() {}

  static String yaml(TaintSpec taint) {
    var text = new StringBuilder("tolerations:\n- key: " + taint.key() + "\n");
    if (taint.value().isEmpty()) {
      text.append("  operator: Exists\n");
    } else {
      text.append("  operator: Equal\n  value: \"").append(taint.value()).append("\"\n");
    }
    return text.append("  effect: ").append(taint.effect().text()).append('\n').toString();
  }
}
