package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes to nodes of a cluster that stands, as a plan for its first control plane. */
public final class NodeChanges {
  /** What kubeadm gives a control plane that is not a worker as well. */
  public static final TaintSpec CONTROL_PLANE =
      TaintSpec.parse("node-role.kubernetes.io/control-plane:NoSchedule");

  private static final Set<String> OF_CONTROL_PLANES =
      Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

  private NodeChanges() {}

  /**
   * The plan: an action for each node.
   *
   * @param changes by the node's name in Kubernetes
   */
  public static Plan plan(ClusterSpec spec, SortedMap<String, List<NodeChange>> changes) {
    var actions = new ArrayList<Action>();
    changes.forEach((node, its) -> {
      if (!its.isEmpty()) {
        actions.add(action(node, its));
      }
    });
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "node-changes", Message.of("running.phase.nodeChanges"), actions);
  }

  private static Action action(String node, List<NodeChange> changes) {
    String lines = changes.stream().map(NodeChange::line).collect(Collectors.joining("\n"));
    return RunScript.of(
        "node-changes-" + node.replaceAll("[^a-z0-9-]", "-"),
        Message.of(
            "running.action.nodeChanges", node, changes.stream().map(NodeChange::words).toList()),
        "node-changes.sh",
        Map.of("NODE", Var.of(node), "CHANGES", Var.of(lines)));
  }

  /** What lets ordinary pods onto a control plane, or keeps them away; nothing for other nodes. */
  public static List<NodeChange> podsOnControlPlane(LivingNode node, boolean wanted) {
    if (!node.isControlPlane()) {
      return List.of();
    }
    Stream<TaintSpec> theirs =
        node.taints().stream().filter(taint -> OF_CONTROL_PLANES.contains(taint.key()));
    return wanted
        ? theirs.<NodeChange>map(NodeChange.RemoveTaint::new).toList()
        : List.of(new NodeChange.AddTaint(CONTROL_PLANE));
  }
}
