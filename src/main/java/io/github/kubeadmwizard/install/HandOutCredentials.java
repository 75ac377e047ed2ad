package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gets what the others need to join: a token of one hour, the CA's hash, the certificate key. */
final class HandOutCredentials implements InstallPhase {
  @Override
  public String id() {
    return "hand-out-credentials";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.API_ANSWERS);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    if (ground.nodes().size() == 1) {
      return List.of();
    }
    var planes = ground.joiningControlPlanes().stream().map(Node::name).toList();
    var workers = ground.workers().stream().map(Node::name).toList();
    var joining = new ArrayList<>(planes);
    joining.addAll(workers);
    return List.of(
        RunScript.of(
                "join-credentials",
                Message.of("install.action.join-credentials"),
                "join-credentials.sh",
                Map.of(
                    "CLUSTER", Var.of(ground.spec().name()),
                    "NODES", Var.of(String.join("\n", joining)),
                    "CONTROL_PLANES", Var.of(String.join("\n", planes))))
            .giving("joined-nodes", "join-token", "ca-hash", "certificate-key"));
  }
}
