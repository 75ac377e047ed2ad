package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: how the cluster stands, seen from its first control plane. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  private static final String HEAD = "\u001f";
  private static final String END = HEAD + "end ";
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
        OpenCluster.open(tools, output, options, spec -> List.of(spec.firstControlPlane()))) {
      open.needAll(output, json);
      var host = new FirstControlPlane(output, open);
      var said = host.run(Assets.text("scripts/status.sh"));
      if (said.out().contains(HEAD + "none")) {
        throw host.noCluster();
      }
      Map<String, String> parts = parts(said.out());
      JsonTree objects = JsonTree.of(parts.getOrDefault("objects", ""));
      if (!objects.isThere()) {
        output.tell(Message.of("cli.status.noAnswer"));
        said.err().forEach(line -> output.err().println("  | " + Printable.of(line)));
        return ExitCode.FAILED;
      }
      show(ClusterStatus.of(objects, JsonTree.of(parts.getOrDefault("certificates", ""))), json);
      return ExitCode.DONE;
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

  /** The documents by their names; of a program that failed there is none. */
  private static Map<String, String> parts(List<String> lines) {
    var parts = new HashMap<String, String>();
    var text = new StringBuilder();
    String name = "";
    for (String line : lines) {
      if (line.equals(END + "0")) {
        parts.put(name, text.toString());
      } else if (line.startsWith(HEAD)) {
        name = line.substring(1);
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    return parts;
  }
}
