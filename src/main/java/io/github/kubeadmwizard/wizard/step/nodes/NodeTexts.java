package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of taints and labels as somebody types them. */
final class NodeTexts {
  private NodeTexts() {}

  static Optional<Message> wrongTaint(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var read = TaintSpec.parse(text);
      boolean right =
          KubernetesNames.isQualifiedName(read.key()) && KubernetesNames.isLabelValue(read.value());
      return right ? Optional.empty() : Optional.of(Message.of("choices.nodes.taint.wrong"));
    } catch (IllegalArgumentException notOne) {
      return Optional.of(Message.of("choices.nodes.taint.wrong"));
    }
  }

  static Optional<Message> wrongLabel(String text) {
    String[] both = text.split("=", 2);
    boolean right =
        text.isEmpty()
            || (both.length == 2
                && KubernetesNames.isQualifiedName(both[0])
                && KubernetesNames.isLabelValue(both[1]));
    return right ? Optional.empty() : Optional.of(Message.of("choices.nodes.label.wrong"));
  }

  /** A node has each key with each effect once. Source: Kubernetes, ValidateNodeTaints. */
  static List<TaintSpec> with(List<TaintSpec> taints, TaintSpec added) {
    return Stream.concat(
            taints.stream()
                .filter(one -> !one.key().equals(added.key()) || one.effect() != added.effect()),
            Stream.of(added))
        .toList();
  }
}
