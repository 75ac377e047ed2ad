package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes the test pods, whether or not every node could try. */
final class TakeTestPodsAway implements InstallPhase {
  @Override
  public String id() {
    return "test-pods-away";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_TRIED);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    return List.of(
        RunScript.of(
            "test-pods-away",
            Message.of("install.action.test-pods-away"),
            "traffic-end.sh",
            Map.of("PODS", Var.given("traffic-pods"))));
  }
}
