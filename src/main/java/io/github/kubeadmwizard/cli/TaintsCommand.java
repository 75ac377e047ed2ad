package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.NodeChange;
import io.github.kubeadmwizard.running.NodeChanges;
import io.github.kubeadmwizard.running.TaintMeaning;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code taints}: shows and changes the taints of a cluster that stands. */
@Command(name = "taints")
final class TaintsCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final NodeOptions chosen = new NodeOptions();

  @Option(names = "--add", paramLabel = "KEY=VALUE:EFFECT", descriptionKey = "cli.option.addTaint")
  private List<String> added = new ArrayList<>();

  @Option(
      names = "--remove",
      paramLabel = "KEY[:EFFECT]",
      descriptionKey = "cli.option.removeTaint")
  private List<String> removed = new ArrayList<>();

  @Option(
      names = "--pods-on-control-planes",
      paramLabel = "yes|no",
      descriptionKey = "cli.option.podsOnControlPlanes")
  private @Nullable String onControlPlanes;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "cli.option.yesEvict")
  private boolean yes;

  TaintsCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    List<TaintSpec> wanted = parsed();
    if (onControlPlanes != null && !List.of("yes", "no").contains(onControlPlanes)) {
      output.tell(Message.of("cli.nodes.yesOrNo"));
      throw new CommandEnd(ExitCode.USAGE);
    }
    var work = new NodeWork(tools, output, options);
    return work.withNodes((open, nodes) -> {
      if (onControlPlanes != null) {
        boolean on = onControlPlanes.equals("yes");
        return work.change(open, nodes, node -> NodeChanges.podsOnControlPlane(node, on));
      }
      return wanted.isEmpty() && removed.isEmpty()
          ? show(nodes)
          : work.change(open, agreed(nodes, wanted), node -> changes(node, wanted));
    });
  }

  private List<TaintSpec> parsed() throws CommandEnd {
    var taints = new ArrayList<TaintSpec>();
    for (String text : added) {
      try {
        taints.add(TaintSpec.parse(text));
      } catch (IllegalArgumentException _) {
        output.tell(Message.of("cli.nodes.notTaint", text));
        throw new CommandEnd(ExitCode.USAGE);
      }
    }
    return taints;
  }

  private int show(List<LivingNode> nodes) throws CommandEnd {
    var shown = chosen.areSaid() ? chosen.of(nodes, output) : nodes;
    var text = new TaintText(output.words());
    if (options.common.json) {
      text.json(shown).forEach(output::line);
    } else {
      text.lines(shown).forEach(output::line);
    }
    return ExitCode.DONE;
  }

  /** The nodes that are meant, when nothing speaks against it. */
  private List<LivingNode> agreed(List<LivingNode> nodes, List<TaintSpec> wanted)
      throws CommandEnd {
    List<LivingNode> meant = chosen.of(nodes, output);
    for (LivingNode node : meant) {
      refuse(node, wanted);
    }
    agree(meant, wanted);
    return meant;
  }

  private List<NodeChange> changes(LivingNode node, List<TaintSpec> wanted) {
    var changes = new ArrayList<NodeChange>();
    going(node).forEach(taint -> changes.add(new NodeChange.RemoveTaint(taint)));
    wanted.forEach(taint -> changes.add(new NodeChange.AddTaint(taint)));
    return changes;
  }

  private List<TaintSpec> going(LivingNode node) {
    return node.taints().stream()
        .filter(taint -> removed.stream().anyMatch(text -> means(text, taint)))
        .toList();
  }

  /** A key alone means all its effects, as with kubectl. */
  private static boolean means(String text, TaintSpec taint) {
    String plain = text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    return plain.equals(taint.key())
        || plain.equals(taint.key() + ":" + taint.effect().text())
        || plain.equals(taint.toString());
  }

  /** What the control plane puts back is not taken away, nor set by hand. */
  private void refuse(LivingNode node, List<TaintSpec> wanted) throws CommandEnd {
    var touched = new ArrayList<>(going(node));
    touched.addAll(wanted);
    var text = new TaintText(output.words());
    for (TaintSpec taint : touched) {
      TaintMeaning meaning = TaintMeaning.of(node, taint);
      if (!meaning.isRemovable()) {
        output.tell(Message.of("cli.taints.notByHand", taint, node.name()));
        text.meaning(node, meaning).forEach(line -> output.err().println("  " + line));
        throw new CommandEnd(ExitCode.FAILED);
      }
    }
  }

  /** Pods that run are put out only when that was agreed to. */
  private void agree(List<LivingNode> nodes, List<TaintSpec> wanted) throws CommandEnd {
    boolean evicts = wanted.stream().anyMatch(t -> t.effect() == TaintSpec.Effect.NO_EXECUTE);
    if (!evicts || yes) {
      return;
    }
    output.tell(Message.of("cli.taints.evicts", nodes.stream().map(LivingNode::name).toList()));
    new Consent(tools.terminal(), output)
        .ask(Message.of("cli.install.question"), Message.of("cli.taints.needsYes"));
  }
}
