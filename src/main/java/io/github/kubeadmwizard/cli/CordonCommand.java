package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.NodeChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cordon}: keeps new pods away from nodes. */
@Command(name = "cordon")
final class CordonCommand implements Callable<Integer> {
  private final NodeWork work;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final NodeOptions chosen = new NodeOptions();

  CordonCommand(Tools tools, Output output) {
    this.output = output;
    this.work = new NodeWork(tools, output, options);
  }

  @Override
  public Integer call() throws CommandEnd {
    return work.withNodes((open, nodes) ->
        work.change(open, chosen.of(nodes, output), _ -> List.of(new NodeChange.Cordon())));
  }
}
