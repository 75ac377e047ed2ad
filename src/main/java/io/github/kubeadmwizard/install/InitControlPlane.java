package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.kubeadm.v1beta4.ApiEndpoint;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the first control plane by {@code kubeadm init}. */
final class InitControlPlane implements InstallPhase {
  private static final String CONFIG = "/var/lib/kubeadm-wizard/kubeadm.yaml";
  private static final int PORT = 6443; // kubeadm's default

  @Override
  public String id() {
    return "init-control-plane";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    Optional<ApiEndpoint> listens =
        Optional.ofNullable(ground.documents().init().localAPIEndpoint());
    return List.of(
        new WriteFile(
            "kubeadm-yaml",
            Message.of("install.action.kubeadm-yaml", CONFIG),
            CONFIG,
            "0600",
            Var.of(ground.initYaml())),
        RunScript.of(
                "kubeadm-init",
                Message.of("install.action.kubeadm-init", node.name()),
                "kubeadm-init.sh",
                Map.of(
                    "CONFIG", Var.of(CONFIG),
                    "CLUSTER", Var.of(ground.spec().name()),
                    "SKIP", Var.of(skipped(ground.documents().init())),
                    "ADDRESS",
                        Var.of(listens.map(ApiEndpoint::advertiseAddress).orElse(node.advertise())),
                    "PORT",
                        Var.of(String.valueOf(listens.map(ApiEndpoint::bindPort).orElse(PORT)))))
            .uninterrupted(Duration.ofMinutes(20)));
  }

  private static String skipped(InitConfiguration init) {
    return String.join(",", Objects.requireNonNullElse(init.skipPhases(), List.of()));
  }
}
