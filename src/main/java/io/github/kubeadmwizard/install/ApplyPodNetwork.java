package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    var actions = new ArrayList<Action>();
    ground.kubeProxyHealth().ifPresent(port -> actions.add(services(port, node)));
    if (ground.spec().cni().name() == CniSpec.Name.FLANNEL) {
      actions.add(agreement(ground.spec().cni()));
    }
    for (Layer layer : ground.podNetwork()) {
      String name = layer.name();
      actions.add(
          new Action.ApplyManifest(
              "apply-" + name, Message.of("install.action.apply", name), name, layer.text()));
    }
    return actions;
  }

  /** A cluster that stands is switched by its own command, or not at all. */
  private static Action agreement(CniSpec cni) {
    return Action.RunScript.of(
        "network-agrees",
        Message.of("install.action.network-agrees"),
        "network-agrees.sh",
        Map.of("BACKEND", Var.of(cni.backend().orElse("vxlan"))));
  }

  /** Services have to work before pods do, or the first pods lose half a minute. */
  private static Action services(int port, Node node) {
    var vars =
        new TreeMap<>(Map.of("PORT", Var.of(String.valueOf(port)), "NAME", Var.of(node.name())));
    return new Action.WaitUntil(
        "kube-proxy",
        Message.of("install.action.kube-proxy"),
        "wait-kube-proxy.sh",
        vars,
        Duration.ofMinutes(3));
  }
}
