package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives root and the login user of each control plane the administrator's kubeconfig. */
final class GiveKubeconfig implements InstallPhase {
  @Override
  public String id() {
    return "kubeconfig";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes().stream().filter(Node::isControlPlane).toList();
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    String users =
        Stream.of("root", node.spec().user()).distinct().collect(Collectors.joining("\n"));
    String completion = ground.spec().prepare().kubectlCompletion() ? "1" : "0";
    return List.of(
        RunScript.of(
            "kubeconfig-users",
            Message.of("install.action.kubeconfig-users"),
            "kubeconfig-users.sh",
            Map.of("USERS", Var.of(users), "COMPLETION", Var.of(completion))));
  }
}
