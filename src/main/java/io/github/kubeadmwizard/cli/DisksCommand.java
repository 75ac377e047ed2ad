package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.DiskReasons;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.Disks;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code disks}: the disks of every host, and which of them are proven blank. */
@Command(name = "disks")
final class DisksCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  DisksCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    try (var open = OpenCluster.open(tools, output, options, ClusterSpec::hosts)) {
      open.tellProblems(output, options.common.json);
      output.tell(Message.of("cli.reading", open.fleet().connected().size()));
      var hosts = open.spec().hosts().stream().map(OpenCluster::name).toList();
      var answers = tools.workshop().reading().over(open.fleet()).readDisks(open.spec(), hosts);
      var unread = new ArrayList<Problem>();
      var found = new LinkedHashMap<HostName, Disks>();
      answers.forEach((host, answer) -> {
        switch (answer) {
          case FactsReader.Read read ->
              read.facts().storage().disks().ifPresent(disks -> found.put(host, disks));
          case FactsReader.Unread(var problem) -> unread.add(problem);
        }
      });
      show(found);
      output.tell(unread, options.common.json);
      return unread.isEmpty() ? open.exitCode() : ExitCode.FAILED;
    }
  }

  private void show(Map<HostName, Disks> found) {
    if (options.common.json) {
      found.forEach(
          (host, disks) -> disks.all().forEach(disk -> output.line(Json.line(tree(host, disk)))));
      return;
    }
    var table =
        Table.of(
            output.words(),
            Message.of("cli.disks.host"),
            Message.of("cli.disks.path"),
            Message.of("cli.disks.size"),
            Message.of("cli.disks.state"));
    found.forEach((host, disks) ->
        disks
            .all()
            .forEach(disk ->
                table.row(
                    host.value(),
                    Printable.of(disk.path()),
                    say(DiskReasons.size(disk)),
                    Printable.of(say(state(disk))))));
    table.lines().forEach(output::line);
  }

  private String say(Message message) {
    return output.words().say(message);
  }

  private static Message state(Disk disk) {
    return switch (disk.state()) {
      case BLANK -> Message.of("cli.disks.blank");
      case OURS -> Message.of("cli.disks.ours");
      case USED -> Message.of("cli.disks.used", DiskReasons.of(disk));
    };
  }

  private Map<String, Object> tree(HostName host, Disk disk) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("host", host.value());
    tree.put("disk", disk.path());
    tree.put("name", disk.name());
    tree.put("bytes", disk.sizeBytes());
    tree.put("model", disk.model());
    tree.put("rotational", disk.rotational());
    tree.put("removable", disk.removable());
    tree.put("state", disk.state().name().toLowerCase(Locale.ROOT));
    tree.put("because", DiskReasons.of(disk).stream().map(this::say).toList());
    return tree;
  }
}
