package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec.CgroupDriver;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges our settings into containerd's, adds the mirrors, and starts it anew where needed. */
final class ConfigureRuntime implements InstallPhase {
  private static final RuntimeProxy PROXY =
      new RuntimeProxy("containerd.service", "/etc/containerd/kubeadm-wizard-proxy.env");

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
    var actions = new ArrayList<Action>();
    var registries = new ContainerdRegistries(ground.spec().images());
    actions.addAll(registries.actions());
    PROXY.action(ground, node).ifPresent(actions::add);
    actions.add(
        RunScript.of(
            "containerd-config",
            title("containerd-config"),
            "containerd-config.sh",
            Map.of(
                "SANDBOX_IMAGE", Var.of(ground.images().pause()),
                "SYSTEMD_CGROUP", Var.of(String.valueOf(systemd(ground))),
                "MIRRORS", Var.of(registries.isAny() ? "1" : "0"))));
    actions.add(
        new EnsureService(
            "containerd-service",
            title("containerd-service"),
            "containerd.service",
            true,
            true,
            containerdFiles(ground, node)));
    actions.add(
        new EnsureService(
            "kubelet-enabled",
            title("kubelet-enabled"),
            "kubelet.service",
            true,
            false,
            kubeletFiles(ground)));
    return actions;
  }

  /** What it was started with; a newer one wants a restart. Packages see to their own programs. */
  private static List<String> containerdFiles(Ground ground, Node node) {
    var files = new ArrayList<>(List.of("/etc/containerd/config.toml"));
    if (ground.spec().runtime().from() == RuntimeSpec.Source.BINARIES) {
      files.add(ProgramDownloads.CONTAINERD);
      files.add(ProgramDownloads.CONTAINERD_UNIT);
    }
    files.addAll(PROXY.files(ground, node));
    return files;
  }

  private static List<String> kubeletFiles(Ground ground) {
    return ground.spec().packages().binaries().isPresent()
        ? List.of(
            ProgramDownloads.KUBELET,
            ProgramDownloads.KUBELET_UNIT,
            ProgramDownloads.KUBELET_DROP_IN)
        : List.of();
  }

  private static boolean systemd(Ground ground) {
    return ground.spec().runtime().cgroupDriver() == CgroupDriver.SYSTEMD;
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
