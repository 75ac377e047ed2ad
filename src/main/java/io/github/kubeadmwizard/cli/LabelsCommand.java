package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.NodeChange;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code labels}: shows and changes the labels of the nodes of a cluster that stands. */
@Command(name = "labels")
final class LabelsCommand implements Callable<Integer> {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final NodeOptions chosen = new NodeOptions();

  @Option(names = "--add", paramLabel = "KEY=VALUE", descriptionKey = "cli.option.addLabel")
  private List<String> added = new ArrayList<>();

  @Option(names = "--remove", paramLabel = "KEY", descriptionKey = "cli.option.removeLabel")
  private List<String> removed = new ArrayList<>();

  LabelsCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    List<NodeChange> changes = changes();
    var work = new NodeWork(tools, output, options);
    return work.withNodes((open, nodes) -> {
      if (changes.isEmpty()) {
        return show(chosen.areSaid() ? chosen.of(nodes, output) : nodes);
      }
      return work.change(open, chosen.of(nodes, output), _ -> changes);
    });
  }

  private List<NodeChange> changes() throws CommandEnd {
    var changes = new ArrayList<NodeChange>();
    for (String text : added) {
      String[] both = text.split("=", 2);
      if (both.length < 2 || !isKey(both[0]) || !isValue(both[1])) {
        output.tell(Message.of("cli.nodes.notLabel", text));
        throw new CommandEnd(ExitCode.USAGE);
      }
      changes.add(new NodeChange.AddLabel(both[0], both[1]));
    }
    removed.stream()
        .map(key -> key.endsWith("-") ? key.substring(0, key.length() - 1) : key)
        .forEach(key -> changes.add(new NodeChange.RemoveLabel(key)));
    return changes;
  }

  /** Source: Kubernetes, IsQualifiedName. */
  private static boolean isKey(String key) {
    String[] parts = key.split("/", 2);
    String name = parts[parts.length - 1];
    return NAME.matcher(name).matches()
        && (parts.length == 1 || parts[0].matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"));
  }

  private static boolean isValue(String value) {
    return value.isEmpty() || NAME.matcher(value).matches();
  }

  private int show(List<LivingNode> nodes) {
    for (LivingNode node : nodes) {
      if (options.common.json) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("node", node.name());
        tree.put("labels", node.labels());
        output.line(Json.line(tree));
        continue;
      }
      output.line(node.name());
      var shown = options.common.verbose ? node.labels() : node.givenLabels();
      shown.forEach((key, value) -> output.line("  " + key + "=" + value));
    }
    return ExitCode.DONE;
  }
}
