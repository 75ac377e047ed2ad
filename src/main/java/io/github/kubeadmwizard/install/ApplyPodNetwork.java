package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Applies the pod network. */
final class ApplyPodNetwork implements InstallPhase {
  @Override
  public String id() {
    return "pod-network";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    if (ground.podNetwork().isEmpty()) {
      return List.of();
    }
    String name = ground.spec().cni().name().name().toLowerCase(java.util.Locale.ROOT);
    return List.of(
        new Action.ApplyManifest(
            "apply-" + name, Message.of("install.action.apply", name), name, ground.podNetwork()));
  }
}
