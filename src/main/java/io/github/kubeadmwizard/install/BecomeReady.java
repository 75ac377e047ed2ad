package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each node waits until the cluster says of it that it is Ready, and tells why it is not yet:
 * nobody who joined early is silent until the last one has.
 */
final class BecomeReady implements InstallPhase {
  @Override
  public String id() {
    return "become-ready";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  /** Without a pod network of ours no node can be Ready; a single node is awaited as a cluster. */
  @Override
  public List<Action> actions(Ground ground, Node node) {
    if (ground.podNetwork().isEmpty() || ground.nodes().size() == 1) {
      return List.of();
    }
    return List.of(
        new Action.WaitUntil(
            NodeCondition.AWAITED,
            Message.of("install.action.node-ready", node.name()),
            "wait-node.sh",
            new TreeMap<>(Map.of("NAME", Var.of(node.name()))),
            Duration.ofMinutes(15)));
  }
}
