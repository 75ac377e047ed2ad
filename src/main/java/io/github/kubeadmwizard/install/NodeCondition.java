package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * What the cluster says of a node that is not Ready, as scripts tell it that wait for that. Source:
 * Kubernetes v1, NodeCondition of the type Ready.
 *
 * @param reason such as {@code KubeletNotReady}
 * @param message whole, of the kubelet; may be empty
 */
public record NodeCondition(String node, String reason, String message) {
  /** The action that ends when its node is Ready. */
  public static final String AWAITED = "node-ready";

  private static final String TOLD = "install.waiting.node";

  /** The condition that is told by what a script waits for, if it is one. */
  public static Optional<NodeCondition> of(Message waiting) {
    if (!waiting.key().equals(TOLD)) {
      return Optional.empty();
    }
    List<String> told = waiting.args().stream().map(String::valueOf).toList();
    return told.size() == 3
        ? Optional.of(new NodeCondition(told.get(0), told.get(1), told.get(2)))
        : Optional.empty();
  }
}
