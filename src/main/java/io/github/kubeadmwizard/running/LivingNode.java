package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node of a cluster that stands, as far as it decides which pods run on it.
 *
 * @param taints those that this program understands, which are all that Kubernetes knows
 * @param cordoned whether new pods are kept away by {@code kubectl cordon}
 * @param conditions the message of each condition, by its type
 */
public record LivingNode(
    String name,
    SortedMap<String, String> labels,
    List<TaintSpec> taints,
    boolean cordoned,
    SortedMap<String, String> conditions) {
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  public LivingNode {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  /** From a NodeList. */
  static List<LivingNode> all(JsonTree list) {
    return list.at("items").items().stream().map(LivingNode::of).toList();
  }

  private static LivingNode of(JsonTree node) {
    var labels = new TreeMap<String, String>();
    JsonTree theirs = node.at("metadata", "labels");
    theirs.keys().forEach(key -> labels.put(key, theirs.at(key).text().orElse("")));
    var conditions = new TreeMap<String, String>();
    node.at("status", "conditions")
        .items()
        .forEach(one -> conditions.put(text(one, "type"), text(one, "message")));
    var taints = new ArrayList<TaintSpec>();
    node.at("spec", "taints").items().forEach(one -> taint(one).ifPresent(taints::add));
    return new LivingNode(
        text(node.at("metadata"), "name"),
        labels,
        taints,
        node.at("spec", "unschedulable").isTrue(),
        conditions);
  }

  private static Optional<TaintSpec> taint(JsonTree taint) {
    for (TaintSpec.Effect effect : TaintSpec.Effect.values()) {
      if (effect.text().equals(text(taint, "effect"))) {
        return Optional.of(new TaintSpec(text(taint, "key"), text(taint, "value"), effect));
      }
    }
    return Optional.empty();
  }

  private static String text(JsonTree tree, String key) {
    return tree.at(key).text().orElse("");
  }

  /** Whether it carries the control plane. */
  public boolean isControlPlane() {
    return labels.containsKey(CONTROL_PLANE);
  }

  /** Labels that people or installers gave; the kubelet sets and resets the others itself. */
  public SortedMap<String, String> givenLabels() {
    var given = new TreeMap<String, String>();
    labels.forEach((key, value) -> {
      if (!OwnLabels.isKubelets(key)) {
        given.put(key, value);
      }
    });
    return given;
  }
}
