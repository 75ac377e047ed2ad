package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The taints that a node registers with; an empty list means none at all. */
record Taints(Paper paper) implements Rule {
  static final String PATH = "nodeRegistration.taints";
  static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
  private static final String MASTER = "node-role.kubernetes.io/master";
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.NOTHING) {
      return;
    }
    if (node instanceof Scalar || (node instanceof Mapping && !Scalars.isNothing(node))) {
      Scalars.unreadable(from, out);
      return;
    }
    var taints = new ArrayList<Map<String, Object>>();
    boolean renamed = false;
    for (YamlNode item : node instanceof Sequence s ? s.items() : List.<YamlNode>of()) {
      var at = from.item(item.at(), taints.size());
      var taint = item instanceof Mapping mapping ? taint(mapping, at, out) : Map.of();
      if (taint.isEmpty()) {
        out.drop(at, Message.of("migrate.taint", EFFECTS));
      } else {
        var now = new LinkedHashMap<String, Object>();
        taint.forEach((key, value) -> now.put(key.toString(), value));
        renamed |= now.replace("key", MASTER, CONTROL_PLANE);
        if (!taints.contains(now)) {
          taints.add(now);
        }
      }
    }
    Optional<Message> why = renamed ? Optional.of(Message.of("migrate.master")) : Optional.empty();
    out.state(from, paper, PATH, List.copyOf(taints), why);
  }

  private static Map<?, ?> taint(Mapping mapping, Origin from, Gathered out) {
    var taint = new LinkedHashMap<String, Object>();
    for (String field : List.of("key", "value", "effect")) {
      mapping
          .get(field)
          .flatMap(node -> Scalars.text(node, from.inner(node.at(), field), out))
          .ifPresent(text -> taint.put(field, text));
    }
    return taint.containsKey("key") && EFFECTS.contains(String.valueOf(taint.get("effect")))
        ? taint
        : Map.of();
  }

  /** {@code noTaintMaster: true} of v1alpha1. */
  static Rule noTaintMaster() {
    return (node, from, out) ->
        Scalars.truth(node, from, out)
            .ifPresent(none -> {
              if (none) {
                var why = Optional.of(Message.of("migrate.noTaintMaster"));
                out.state(from, Paper.INIT, PATH, List.of(), why);
              } else {
                out.drop(from, Message.of("migrate.usual"));
              }
            });
  }
}
