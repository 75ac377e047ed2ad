package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges our settings into containerd's, adds the mirrors, and starts it anew where needed. */
final class ContainerdSetup {
  private static final RuntimeProxy PROXY =
      new RuntimeProxy("containerd.service", "/etc/containerd/kubeadm-wizard-proxy.env");

  private ContainerdSetup() {}

  static List<Action> actions(Ground ground, Node node) {
    var registries = new ContainerdRegistries(ground.spec().images());
    var actions = new ArrayList<>(registries.actions());
    PROXY.action(ground, node).ifPresent(actions::add);
    actions.add(
        RunScript.of(
            "containerd-config",
            Message.of("install.action.containerd-config"),
            "containerd-config.sh",
            Map.of(
                "SANDBOX_IMAGE", Var.of(ground.images().pause()),
                "SYSTEMD_CGROUP", Var.of(String.valueOf(ConfigureRuntime.systemd(ground))),
                "MIRRORS", Var.of(registries.isAny() ? "1" : "0"))));
    actions.add(
        new EnsureService(
            "containerd-service",
            Message.of("install.action.containerd-service"),
            "containerd.service",
            true,
            true,
            files(ground, node)));
    return actions;
  }

  /** What it was started with; a newer one wants a restart. Packages see to their own programs. */
  private static List<String> files(Ground ground, Node node) {
    var files = new ArrayList<>(List.of("/etc/containerd/config.toml"));
    if (ground.spec().runtime().from() == RuntimeSpec.Source.BINARIES) {
      files.add(ProgramDownloads.CONTAINERD);
      files.add(ProgramDownloads.CONTAINERD_UNIT);
    }
    files.addAll(PROXY.files(ground, node));
    return files;
  }
}
