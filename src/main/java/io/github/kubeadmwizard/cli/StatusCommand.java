package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.ClusterStatus;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
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
    boolean json = options.common.json;
    try (var open =
        OpenCluster.standing(tools, output, options, spec -> List.of(spec.firstControlPlane()))) {
      open.needAll(output, json);
      return switch (new FirstControlPlane(output, open).status()) {
        case RunningCluster.Answer.Is<ClusterStatus>(var status) -> {
          show(status, json);
          yield ExitCode.DONE;
        }
        case RunningCluster.Answer.NoCluster<ClusterStatus> _ ->
            throw FirstControlPlane.noCluster(output, open);
        case RunningCluster.Answer.Silent<ClusterStatus>(var _, var said) -> {
          output.tell(Message.of("cli.status.noAnswer"));
          said.forEach(line -> output.err().println("  | " + Printable.of(line)));
          yield ExitCode.FAILED;
        }
      };
    }
  }

  private void show(ClusterStatus status, boolean json) {
    var text = new StatusText(output.words(), tools.clock().instant(), tools.zone());
    if (json) {
      output.line(Json.line(text.tree(status)));
    } else {
      text.lines(status).forEach(output::line);
    }
  }
}
