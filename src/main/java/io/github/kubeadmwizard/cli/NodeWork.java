package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.NodeChange;
import io.github.kubeadmwizard.running.NodeChanges;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What commands that change nodes of a living cluster have in common. */
final class NodeWork {
  private final Tools tools;
  private final Output output;
  private final HostOptions options;

  NodeWork(Tools tools, Output output, HostOptions options) {
    this.tools = tools;
    this.output = output;
    this.options = options;
  }

  /** What a command does with the nodes. */
  @FunctionalInterface
  interface Work {
    int on(OpenCluster open, List<LivingNode> nodes) throws CommandEnd;
  }

  /** Connects the first control plane, asks it for the nodes, and does the work. */
  int withNodes(Work work) throws CommandEnd {
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      var nodes = new FirstControlPlane(output, open).nodes();
      return work.on(open, FirstControlPlane.value(nodes, output, open));
    }
  }

  /** Makes the same or other changes to each of these nodes. */
  int change(
      OpenCluster open, List<LivingNode> nodes, Function<LivingNode, List<NodeChange>> changes)
      throws CommandEnd {
    SortedMap<String, List<NodeChange>> all = new TreeMap<>();
    nodes.forEach(node -> {
      List<NodeChange> its = changes.apply(node);
      if (!its.isEmpty()) {
        all.put(node.name(), its);
      }
    });
    if (all.isEmpty()) {
      output.tell(Message.of("cli.nodes.nothing"));
      return ExitCode.DONE;
    }
    RunResult result =
        new ClusterRun(tools, output, options.common)
            .run(open, NodeChanges.plan(open.spec(), all), open.secrets().runValues(), _ -> {});
    return ExitCode.of(result);
  }
}
