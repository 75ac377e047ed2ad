package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.TaintMeaning;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The taints of nodes, with what they do and whose they are. */
final class TaintText {
  private final Words words;

  TaintText(Words words) {
    this.words = words;
  }

  List<String> lines(List<LivingNode> nodes) {
    var lines = new ArrayList<String>();
    for (LivingNode node : nodes) {
      lines.add(
          node.taints().isEmpty()
              ? words.say(Message.of("cli.taints.none", node.name()))
              : node.name());
      for (TaintSpec taint : node.taints()) {
        lines.add("  " + taint);
        lines.add("    " + words.say(effect(node, taint)));
        meaning(node, TaintMeaning.of(node, taint)).forEach(line -> lines.add("    " + line));
      }
    }
    return lines;
  }

  private static Message effect(LivingNode node, TaintSpec taint) {
    String shown = taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value());
    return switch (taint.effect()) {
      case NO_SCHEDULE -> Message.of("choices.nodes.effect.noSchedule", node.name(), shown);
      case PREFER_NO_SCHEDULE -> Message.of("choices.nodes.effect.prefer", node.name(), shown);
      case NO_EXECUTE -> Message.of("choices.nodes.effect.noExecute", node.name(), shown);
    };
  }

  /** Whose it is, and where it is nobody's wish what mends it; nothing of one that was given. */
  List<String> meaning(LivingNode node, TaintMeaning meaning) {
    return switch (meaning) {
      case TaintMeaning.OfCondition(var cause, var mend) ->
          List.of(words.say(cause), words.say(Message.of("cli.problem.remedy", mend)));
      case TaintMeaning.OfCordon _ ->
          List.of(words.say(Message.of("running.taint.cordon", node.name())));
      case TaintMeaning.OfControlPlane _ ->
          List.of(words.say(Message.of("running.taint.controlPlane", node.name())));
      case TaintMeaning.OldMaster _ ->
          List.of(words.say(Message.of("running.taint.master", node.name())));
      case TaintMeaning.Given _ -> List.of();
    };
  }

  /** A line for each node; names are part of the interface. */
  List<String> json(List<LivingNode> nodes) {
    return nodes.stream().map(node -> Json.line(tree(node))).toList();
  }

  private static Map<String, Object> tree(LivingNode node) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("node", node.name());
    tree.put("cordoned", node.cordoned());
    tree.put(
        "taints",
        node.taints().stream()
            .map(taint -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("key", taint.key());
              one.put("value", taint.value());
              one.put("effect", taint.effect().text());
              one.put("removable", TaintMeaning.of(node, taint).isRemovable());
              return one;
            })
            .toList());
    return tree;
  }
}
