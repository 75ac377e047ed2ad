package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.ClusterStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: how the cluster stands, seen from its first control plane. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  StatusCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      var status = new FirstControlPlane(output, open).status();
      show(FirstControlPlane.value(status, output, open));
      return ExitCode.DONE;
    }
  }

  private void show(ClusterStatus status) {
    var text = new StatusText(output.words(), tools.clock().instant(), tools.zone());
    if (options.common.json) {
      output.line(Json.line(text.tree(status)));
    } else {
      text.lines(status).forEach(output::line);
    }
  }
}
