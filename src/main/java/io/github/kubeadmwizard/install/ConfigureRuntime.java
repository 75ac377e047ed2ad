package io.github.kubeadmwizard.install;

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
            List.of("/etc/containerd/config.toml")));
    actions.add(
        new EnsureService(
            "kubelet-enabled",
            title("kubelet-enabled"),
            "kubelet.service",
            true,
            false,
            List.of()));
    return actions;
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
