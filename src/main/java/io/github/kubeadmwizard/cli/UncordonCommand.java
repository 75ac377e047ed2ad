package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.NodeChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code uncordon}: lets new pods onto nodes again. */
@Command(name = "uncordon")
final class UncordonCommand implements Callable<Integer> {
  private final NodeWork work;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final NodeOptions chosen = new NodeOptions();

  UncordonCommand(Tools tools, Output output) {
    this.output = output;
    this.work = new NodeWork(tools, output, options);
  }

  @Override
  public Integer call() throws CommandEnd {
    return work.withNodes((open, nodes) ->
        work.change(open, chosen.of(nodes, output), _ -> List.of(new NodeChange.Uncordon())));
  }
}
