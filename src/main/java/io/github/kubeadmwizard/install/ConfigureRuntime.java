package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec.CgroupDriver;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges our settings into containerd's, adds the mirrors, and starts it anew where needed. */
final class ConfigureRuntime implements InstallPhase {
  private static final String CERTS = "/etc/containerd/certs.d/";

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
    Map<String, String> mirrors = ground.spec().images().mirrors();
    mirrors.forEach((registry, mirror) -> actions.add(hosts(registry, mirror)));
    actions.add(
        RunScript.of(
            "containerd-config",
            title("containerd-config"),
            "containerd-config.sh",
            Map.of(
                "SANDBOX_IMAGE", Var.of(ground.images().pause()),
                "SYSTEMD_CGROUP", Var.of(String.valueOf(systemd(ground))),
                "MIRRORS", Var.of(mirrors.isEmpty() ? "0" : "1"))));
    actions.add(
        new EnsureService(
            "containerd-service",
            title("containerd-service"),
            "containerd.service",
            true,
            true,
            containerdFiles(ground)));
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
  private static List<String> containerdFiles(Ground ground) {
    String config = "/etc/containerd/config.toml";
    return ground.spec().runtime().from() == RuntimeSpec.Source.BINARIES
        ? List.of(config, ProgramDownloads.CONTAINERD, ProgramDownloads.CONTAINERD_UNIT)
        : List.of(config);
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

  /** A mirror; containerd reads it without a restart, and asks upstream where it has nothing. */
  private static WriteFile hosts(String registry, String mirror) {
    String upstream = registry.equals("docker.io") ? "registry-1.docker.io" : registry;
    String text =
        """
        # Written by Kubeadm Wizard.
        server = "https://%s"

        [host."%s"]
          capabilities = ["pull", "resolve"]
        """
            .formatted(upstream, mirror);
    return new WriteFile(
        "mirror-" + registry.replaceAll("[^a-z0-9]+", "-"),
        Message.of("install.action.mirror", registry, mirror),
        CERTS + registry + "/hosts.toml",
        "0644",
        Var.of(text));
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
