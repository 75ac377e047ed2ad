package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proves from every node that pods reach pods on the others, and a Service by its address. */
final class PodTraffic implements InstallPhase {
  @Override
  public String id() {
    return "pod-traffic";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TEST_PODS_RUN);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.TRAFFIC_PROVEN);
  }

  @Override
  public Set<Gate> settles() {
    return Set.of(Gate.TRAFFIC_TRIED);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    return List.of(
        RunScript.of(
            "pod-traffic",
            Message.of("install.action.pod-traffic"),
            "pod-traffic.sh",
            Map.of(
                "PODS", Var.given("traffic-pods"),
                "SELF", Var.of(node.name()),
                "SERVICE", Var.of(ClusterDns.address(ground.spec().network())),
                "SOCKET", Var.of(ground.spec().runtime().criSocket()))));
  }
}
