package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.PodContainer;
import io.github.kubeadmwizard.running.PodLine;
import io.github.kubeadmwizard.running.PodText;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pods}: what runs on the cluster; of one pod its logs, its events, its description. */
@Command(name = "pods")
final class PodsCommand implements Callable<Integer> {
  private static final int MOST_LINES = 10_000;

  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--namespace", paramLabel = "NAME", descriptionKey = "cli.option.podNamespace")
  private @Nullable String namespace;

  @Option(names = "--logs", paramLabel = "POD", descriptionKey = "cli.option.podLogs")
  private @Nullable String logs;

  @Option(names = "--container", paramLabel = "NAME", descriptionKey = "cli.option.container")
  private @Nullable String container;

  @Option(names = "--previous", descriptionKey = "cli.option.previous")
  private boolean previous;

  @Option(names = "--lines", paramLabel = "NUMBER", descriptionKey = "cli.option.lines")
  private int lines = 200;

  @Option(names = "--events", paramLabel = "POD", descriptionKey = "cli.option.podEvents")
  private @Nullable String events;

  @Option(names = "--describe", paramLabel = "POD", descriptionKey = "cli.option.podDescribe")
  private @Nullable String describe;

  PodsCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    if (lines < 1 || lines > MOST_LINES) {
      output.tell(Message.of("cli.pods.badLines", String.valueOf(MOST_LINES)));
      return ExitCode.USAGE;
    }
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      var first = new FirstControlPlane(output, open);
      List<PodLine> pods =
          FirstControlPlane.value(first.ask(to -> to.pods()), output, open).stream()
              .filter(pod -> namespace == null || pod.namespace().equals(namespace))
              .toList();
      if (logs != null) {
        logs(open, first, named(pods, logs));
      } else if (events != null) {
        print(text(open, first, named(pods, events), new PodText.Events()));
      } else if (describe != null) {
        print(text(open, first, named(pods, describe), new PodText.Describe()));
      } else {
        show(pods);
      }
      return ExitCode.DONE;
    }
  }

  /** The pod of this name, or the only one whose name begins so. */
  private PodLine named(List<PodLine> pods, String name) throws CommandEnd {
    Optional<PodLine> whole =
        pods.stream().filter(p -> p.name().equals(name) || p.path().equals(name)).findFirst();
    var begin =
        pods.stream().filter(p -> p.name().startsWith(name) || p.path().startsWith(name)).toList();
    if (whole.isEmpty() && begin.size() != 1) {
      output.tell(
          begin.isEmpty()
              ? Message.of("cli.pods.none", name)
              : Message.of("cli.pods.several", name, begin.stream().map(PodLine::path).toList()));
      throw new CommandEnd(ExitCode.USAGE);
    }
    return whole.orElseGet(begin::getFirst);
  }

  private void logs(OpenCluster open, FirstControlPlane first, PodLine pod) throws CommandEnd {
    List<String> names =
        container != null
            ? List.of(container)
            : FirstControlPlane.value(first.ask(to -> to.containers(pod)), output, open).stream()
                .filter(one -> !one.init())
                .map(PodContainer::name)
                .toList();
    for (String name : names) {
      if (names.size() > 1) {
        output.say(Message.of("cli.pods.container", name));
      }
      print(text(open, first, pod, new PodText.Logs(name, previous, lines)));
    }
  }

  private String text(OpenCluster open, FirstControlPlane first, PodLine pod, PodText what)
      throws CommandEnd {
    return FirstControlPlane.value(first.ask(to -> to.text(pod, what)), output, open);
  }

  private void print(String text) {
    text.lines().forEach(line -> output.line(Printable.of(line)));
  }

  private void show(List<PodLine> pods) {
    if (options.common.json) {
      output.line(Json.line(Map.of("pods", pods.stream().map(PodsCommand::tree).toList())));
      return;
    }
    var table =
        Table.of(
            output.words(),
            Message.of("cli.pods.head.namespace"),
            Message.of("cli.pods.head.pod"),
            Message.of("cli.pods.head.ready"),
            Message.of("cli.pods.head.state"),
            Message.of("cli.pods.head.restarts"),
            Message.of("cli.pods.head.age"),
            Message.of("cli.pods.head.node"));
    pods.forEach(p ->
        table.row(p.namespace(), p.name(), p.ready(), p.state(), p.restarts(), p.age(), p.node()));
    table.lines().forEach(output::line);
  }

  private static Map<String, Object> tree(PodLine pod) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("namespace", pod.namespace());
    tree.put("name", pod.name());
    tree.put("well", pod.isWell());
    tree.put("ready", pod.ready());
    tree.put("state", pod.state());
    tree.put("restarts", pod.restarts());
    tree.put("age", pod.age());
    tree.put("node", pod.node());
    return tree;
  }
}
