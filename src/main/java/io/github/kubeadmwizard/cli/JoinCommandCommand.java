package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.JoinCommand;
import io.github.kubeadmwizard.running.JoinPlans;
import io.github.kubeadmwizard.running.JoinToken;
import io.github.kubeadmwizard.running.JoinWish;
import io.github.kubeadmwizard.running.Lifetime;
import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code join-command}: the line with which a machine joins by hand, and the tokens for it. */
@Command(name = "join-command")
final class JoinCommandCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--lifetime", paramLabel = "TIME", descriptionKey = "cli.option.joinLifetime")
  private String lifetime = JoinWish.USUAL.text();

  @Option(names = "--control-plane", descriptionKey = "cli.option.joinControlPlane")
  private boolean controlPlane;

  @Option(names = "--list", descriptionKey = "cli.option.listTokens")
  private boolean list;

  @Option(names = "--delete", paramLabel = "TOKEN", descriptionKey = "cli.option.deleteToken")
  private List<String> delete = new ArrayList<>();

  JoinCommandCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    Optional<Lifetime> lasts = JoinWish.lifetime(lifetime, controlPlane);
    if (lasts.isEmpty()) {
      output.tell(
          controlPlane
              ? Message.of("running.join.wrongLifetimeControlPlane", lifetime)
              : Message.of("running.join.wrongLifetime", lifetime));
      return ExitCode.USAGE;
    }
    Optional<String> noName = delete.stream().filter(name -> !JoinToken.isName(name)).findFirst();
    if (noName.isPresent()) {
      output.tell(Message.of("cli.join.notName"));
      return ExitCode.USAGE;
    }
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      if (list) {
        return listed(open);
      }
      return delete.isEmpty()
          ? made(open, new JoinWish(lasts.get(), controlPlane))
          : run(open, JoinPlans.delete(open.spec(), delete), open.secrets().runValues());
    }
  }

  /** What the run says is about the work; the line alone is the result. */
  private int run(OpenCluster open, Plan plan, RunValues values) throws CommandEnd {
    RunResult result =
        new ClusterRun(tools, output.aside(), options.common).run(open, plan, values, _ -> {});
    return ExitCode.of(result);
  }

  private int made(OpenCluster open, JoinWish wish) throws CommandEnd {
    RunValues values = open.secrets().runValues();
    int code = run(open, JoinPlans.make(open.spec(), wish), values);
    Optional<JoinCommand> made = JoinCommand.of(open.spec(), wish, values, tools.clock().instant());
    if (code != ExitCode.DONE || made.isEmpty()) {
      return ExitCode.FAILED;
    }
    show(made.get());
    return ExitCode.DONE;
  }

  private void show(JoinCommand made) {
    if (options.common.json) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("command", made.line().reveal());
      tree.put("ends", made.ends().toString());
      tree.put("controlPlane", made.controlPlane());
      made.hosts().ifPresent(line -> tree.put("hosts", line));
      output.line(Json.line(tree));
      return;
    }
    String ends = Times.minute(made.ends(), tools.zone());
    output.tell(
        made.controlPlane()
            ? Message.of("running.join.controlPlane", ends)
            : Message.of("running.join.worker", ends));
    output.tell(Message.of("running.join.secret"));
    made.hosts().ifPresent(line -> output.tell(Message.of("running.join.hosts", line)));
    output.line(made.line().reveal());
  }

  private int listed(OpenCluster open) throws CommandEnd {
    Instant now = tools.clock().instant();
    var first = new FirstControlPlane(output, open);
    List<JoinToken> tokens = FirstControlPlane.value(first.ask(to -> to.tokens(now)), output, open);
    if (options.common.json) {
      output.line(Json.line(Map.of("tokens", tokens.stream().map(this::tree).toList())));
      return ExitCode.DONE;
    }
    if (tokens.isEmpty()) {
      output.tell(Message.of("running.join.none"));
      return ExitCode.DONE;
    }
    var table =
        Table.of(
            output.words(),
            Message.of("cli.join.head.token"),
            Message.of("cli.join.head.ends"),
            Message.of("cli.join.head.what"));
    tokens.forEach(token -> table.row(token.name(), end(token), Printable.of(token.what())));
    table.lines().forEach(output::line);
    return ExitCode.DONE;
  }

  private String end(JoinToken token) {
    return token
        .ends()
        .map(end -> Times.minute(end, tools.zone()))
        .orElse(output.words().say(Message.of("running.join.never")));
  }

  private Map<String, Object> tree(JoinToken token) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("token", token.name());
    token.ends().ifPresent(end -> tree.put("ends", end.toString()));
    tree.put("what", token.what());
    return tree;
  }
}
