package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Waits until the cluster is what it should be: nodes Ready, CoreDNS available, test pods up. */
final class ClusterReady implements InstallPhase {
  @Override
  public String id() {
    return "cluster-ready";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.JOINED);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.TEST_PODS_RUN);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    if (!ground.late().isEmpty()) {
      actions.add(
          RunScript.of(
              "node-labels",
              title("node-labels"),
              "node-labels.sh",
              Map.of("LABELS", Var.of(String.join("\n", ground.late())))));
    }
    actions.add(await("nodes-ready", ground, false));
    actions.add(
        RunScript.of(
                "test-pods",
                title("test-pods"),
                "traffic-begin.sh",
                Map.of(
                    "CLUSTER", Var.of(ground.spec().name()),
                    "NODES", Var.of(ground.names()),
                    "IMAGE", Var.of(ground.images().pause())))
            .giving("traffic-pods"));
    if (ground.hasDns()) { // it comes up while the test pods do
      actions.add(await("dns-ready", ground, true));
    }
    return actions;
  }

  /** Until all nodes are Ready, and the cluster's name service is available. */
  static WaitUntil await(String id, Ground ground, boolean dns) {
    var vars = new TreeMap<String, Var>();
    vars.put("NODES", Var.of(ground.names()));
    vars.put("DNS", Var.of(dns ? "1" : "0"));
    return new WaitUntil(id, title(id), "wait-ready.sh", vars, Duration.ofMinutes(15));
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
