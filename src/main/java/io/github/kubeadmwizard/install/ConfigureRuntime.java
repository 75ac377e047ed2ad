package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RuntimeSpec.CgroupDriver;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets the runtime up, starts it anew where needed, and asks it whether it is as it should be. */
final class ConfigureRuntime implements InstallPhase {
  @Override
  public String id() {
    return "configure-runtime";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions =
        new ArrayList<Action>(
            switch (ground.spec().runtime().name()) {
              case CONTAINERD -> ContainerdSetup.actions(ground, node);
              case CRI_O -> CrioSetup.actions(ground, node);
              case DOCKER, MIRANTIS -> DockerSetup.actions(ground, node);
            });
    actions.add(answers(ground));
    actions.add(
        new EnsureService(
            "kubelet-enabled",
            Message.of("install.action.kubelet-enabled"),
            "kubelet.service",
            true,
            false,
            kubeletFiles(ground)));
    return actions;
  }

  /** Source: CRI, RuntimeConfig: the kubelet takes the driver from there, since 1.34 always. */
  private static WaitUntil answers(Ground ground) {
    String driver = systemd(ground) ? "systemd" : "cgroupfs";
    return new WaitUntil(
        "runtime-answers",
        Message.of("install.action.runtime-answers", driver),
        "runtime-answers.sh",
        new TreeMap<>(
            Map.of(
                "SOCKET", Var.of(ground.spec().runtime().criSocket()),
                "DRIVER", Var.of(driver))),
        Duration.ofMinutes(3));
  }

  private static List<String> kubeletFiles(Ground ground) {
    return ground.spec().packages().binaries().isPresent()
        ? List.of(
            ProgramDownloads.KUBELET,
            ProgramDownloads.KUBELET_UNIT,
            ProgramDownloads.KUBELET_DROP_IN)
        : List.of();
  }

  static boolean systemd(Ground ground) {
    return ground.spec().runtime().cgroupDriver() == CgroupDriver.SYSTEMD;
  }
}
