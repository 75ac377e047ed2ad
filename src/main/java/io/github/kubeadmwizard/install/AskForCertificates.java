package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each kubelet asks the cluster's authority for its serving certificate. One of a new cluster was
 * told so by kubeadm; one of a living cluster is told here, and started anew.
 */
final class AskForCertificates implements InstallPhase {
  private static final String SETTINGS = "/var/lib/kubelet/config.yaml";

  @Override
  public String id() {
    return "ask-for-certificates";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.spec().addons().wantsServingCertificates() ? ground.nodes() : List.of();
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_PROVEN);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.CERTIFICATES_ASKED);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    return List.of(
        RunScript.of(
            "kubelet-serving",
            Message.of("install.action.kubelet-serving"),
            "kubelet-serving.sh",
            Map.of()),
        new EnsureService(
            "kubelet-restarted",
            Message.of("install.action.kubelet-restarted"),
            "kubelet.service",
            true,
            true,
            List.of(SETTINGS)));
  }
}
