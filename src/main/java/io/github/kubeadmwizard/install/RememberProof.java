package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes for which nodes the pod network was proven, so that a second run starts no pods. */
final class RememberProof implements InstallPhase {
  @Override
  public String id() {
    return "remember-proof";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_PROVEN);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    return List.of(
        RunScript.of(
            "remember-proof",
            Message.of("install.action.remember-proof"),
            "traffic-mark.sh",
            Map.of("CLUSTER", Var.of(ground.spec().name()), "NODES", Var.of(ground.names()))));
  }
}
