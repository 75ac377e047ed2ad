package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.running.Access;
import io.github.kubeadmwizard.running.AccessPlans;
import io.github.kubeadmwizard.running.AccessWish;
import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code access}: whom {@code kubeconfig --for} let into the cluster, and taking it away. */
@Command(name = "access")
final class AccessCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--remove", paramLabel = "PERSON", descriptionKey = "cli.option.removeAccess")
  private @Nullable String remove;

  AccessCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    Optional<Message> wrong = Optional.ofNullable(remove).flatMap(AccessWish::wrongPerson);
    if (wrong.isPresent()) {
      output.tell(wrong.get());
      return ExitCode.USAGE;
    }
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      Access access = access(open);
      if (remove == null) {
        show(access);
        return ExitCode.DONE;
      }
      return taken(open, access, remove);
    }
  }

  private Access access(OpenCluster open) throws CommandEnd {
    Instant now = tools.clock().instant();
    var first = new FirstControlPlane(output, open);
    return FirstControlPlane.value(first.ask(to -> to.access(now)), output, open);
  }

  private int taken(OpenCluster open, Access access, String person) throws CommandEnd {
    var theirs = access.grants().stream().filter(g -> g.person().equals(person)).toList();
    if (theirs.isEmpty()) {
      output.tell(Message.of("cli.access.nobody", person));
      return ExitCode.FAILED;
    }
    RunResult result =
        new ClusterRun(tools, output, options.common)
            .run(open, AccessPlans.take(open.spec(), person), open.secrets().runValues(), _ -> {});
    if (result.end() != RunEvent.End.DONE) {
      return ExitCode.FAILED;
    }
    output.tell(Message.of("running.access.taken", person));
    if (theirs.stream().anyMatch(grant -> !grant.groups().isEmpty())) {
      output.tell(Message.of("running.access.groupsStay"));
    }
    return ExitCode.DONE;
  }

  private void show(Access access) {
    if (options.common.json) {
      output.line(Json.line(tree(access)));
      return;
    }
    if (access.grants().isEmpty()) {
      output.tell(Message.of("cli.access.none"));
    } else {
      table(access.grants()).lines().forEach(output::line);
    }
    access
        .kept()
        .forEach((person, end) ->
            output.tell(
                Message.of("running.access.kept", person, Times.minute(end, tools.zone()))));
  }

  private Table table(List<Access.Grant> grants) {
    var table =
        Table.of(
            output.words(),
            Message.of("cli.access.head.person"),
            Message.of("cli.access.head.role"),
            Message.of("cli.access.head.where"),
            Message.of("cli.access.head.ends"));
    Instant now = tools.clock().instant();
    for (Access.Grant grant : grants) {
      table.row(
          grant.person(),
          grant.role(),
          grant.namespace().orElse(output.words().say(Message.of("cli.access.everywhere"))),
          grant
              .ends()
              .map(end ->
                  end.isAfter(now)
                      ? Times.minute(end, tools.zone())
                      : output
                          .words()
                          .say(Message.of("cli.access.ended", Times.minute(end, tools.zone()))))
              .orElse("-"));
    }
    return table;
  }

  private static Map<String, Object> tree(Access access) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("access", access.grants().stream().map(AccessCommand::tree).toList());
    var kept = new LinkedHashMap<String, Object>();
    access.kept().forEach((person, end) -> kept.put(person, end.toString()));
    tree.put("kept", kept);
    return tree;
  }

  private static Map<String, Object> tree(Access.Grant grant) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("person", grant.person());
    tree.put("role", grant.role());
    grant.namespace().ifPresent(name -> tree.put("namespace", name));
    tree.put("groups", grant.groups());
    grant.ends().ifPresent(end -> tree.put("ends", end.toString()));
    return tree;
  }
}
