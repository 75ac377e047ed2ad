package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which nodes of the cluster are meant. */
final class NodeOptions {
  @Option(names = "--node", paramLabel = "NAME", descriptionKey = "cli.option.node")
  private List<String> named = new ArrayList<>();

  @Option(names = "--all-nodes", descriptionKey = "cli.option.allNodes")
  private boolean all;

  /** Whether any node is meant by name or by being one. */
  boolean areSaid() {
    return all || !named.isEmpty();
  }

  /** The nodes that are meant; a name that the cluster does not have ends the command. */
  List<LivingNode> of(List<LivingNode> nodes, Output output) throws CommandEnd {
    if (all) {
      return nodes;
    }
    if (named.isEmpty()) {
      output.tell(Message.of("cli.nodes.which"));
      throw new CommandEnd(ExitCode.USAGE);
    }
    var known = nodes.stream().map(LivingNode::name).toList();
    for (String name : named) {
      if (!known.contains(name)) {
        output.tell(Message.of("cli.nodes.unknown", name, known));
        throw new CommandEnd(ExitCode.USAGE);
      }
    }
    return nodes.stream().filter(node -> named.contains(node.name())).toList();
  }
}
