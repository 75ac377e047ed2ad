package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts our words into picocli's help: what a command does, and an example of it. */
final class HelpTexts {
  private final Words words;

  HelpTexts(Words words) {
    this.words = words;
  }

  void put(CommandLine line) {
    heads(line.getCommandSpec().usageMessage());
    line.getCommandSpec()
        .usageMessage()
        .description(words.say(Message.of("cli.help.root")))
        .footer(
            Stream.concat(
                    Stream.of("", words.say(Message.of("cli.help.exitCodes"))),
                    example(line.getCommandName()))
                .toArray(String[]::new));
    line.getSubcommands()
        .forEach((name, command) -> {
          put(name, command);
          command.getSubcommands().forEach((inner, its) -> put(name + " " + inner, its));
        });
  }

  private void put(String name, CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    heads(usage);
    usage.description(words.say(description(name)));
    usage.footer(example(name).toArray(String[]::new));
  }

  private void heads(UsageMessageSpec usage) {
    usage.synopsisHeading(words.say(Message.of("cli.help.usage")) + " ");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n");
    usage.optionListHeading("%n" + words.say(Message.of("cli.help.options")) + "%n");
    usage.commandListHeading("%n" + words.say(Message.of("cli.help.commands")) + "%n");
  }

  private static Message description(String name) {
    return switch (name) {
      case "check" -> Message.of("cli.help.check");
      case "plan" -> Message.of("cli.help.plan");
      case "export" -> Message.of("cli.help.export");
      case "install" -> Message.of("cli.help.install");
      case "import" -> Message.of("cli.help.import");
      case "bundle" -> Message.of("cli.help.bundle");
      case "bundle verify" -> Message.of("cli.help.bundleVerify");
      case "status" -> Message.of("cli.help.status");
      case "taints" -> Message.of("cli.help.taints");
      case "labels" -> Message.of("cli.help.labels");
      case "cordon" -> Message.of("cli.help.cordon");
      case "uncordon" -> Message.of("cli.help.uncordon");
      case "smoke-test" -> Message.of("cli.help.smokeTest");
      case "kubeconfig" -> Message.of("cli.help.kubeconfig");
      case "access" -> Message.of("cli.help.access");
      case "join-command" -> Message.of("cli.help.joinCommand");
      case "pods" -> Message.of("cli.help.pods");
      case "addons" -> Message.of("cli.help.addons");
      case "switch-cni" -> Message.of("cli.help.switchCni");
      case "disks" -> Message.of("cli.help.disks");
      case "dashboard" -> Message.of("cli.help.dashboard");
      case "completion" -> Message.of("cli.help.completion");
      default -> Message.of("cli.help.logs");
    };
  }

  /** The last lines of a command's help. */
  private Stream<String> example(String name) {
    return Example.of(name).stream()
        .flatMap(example ->
            Stream.of(
                "",
                words.say(Message.of("cli.help.example")),
                "  kubeadm-wizard " + example.words(),
                "    " + words.say(example.does()).replace("%", "%%")));
  }
}
