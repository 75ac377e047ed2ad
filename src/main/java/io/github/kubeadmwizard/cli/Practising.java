package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A command with {@code --practice}: practice machines in place of real ones, and journals in a
 * place of their own. The option is looked for before all else, as every command is made of it.
 */
final class Practising {
  static final String OPTION = "--practice";

  /** Any password but an obviously wrong one opens a practice machine. */
  private static final String PASSWORD = "open sesame";

  private Practising() {}

  static boolean isAsked(String[] args) {
    return Arrays.asList(args).contains(OPTION);
  }

  /** The tools with practice machines in them. */
  static Tools with(Tools tools) {
    Tools.Practice practice = tools.practice().get();
    return new Tools(
        tools.directories().forPractice(),
        tools.terminal(),
        tools.interrupts(),
        tools.clock(),
        tools.zone(),
        tools.files(),
        practice.workshop(),
        () -> practice);
  }

  /** The line before everything else; for programs it is none of the results. */
  static void say(String[] args, Output output) {
    if (List.of(args).contains("--json")) {
      output.tell(Message.of("cli.practice"));
    } else {
      output.say(Message.of("cli.practice"));
    }
  }

  /** The practice cluster, or the part of it that a command can use. */
  static ClusterSpec cluster(
      Tools tools, Output output, Function<Tools.Practice, ClusterSpec> part) {
    Tools.Practice practice = tools.practice().get();
    ClusterSpec chosen = part.apply(practice);
    if (chosen.equals(practice.installable())) {
      output.tell(Message.of("cli.practice.leftOut", practice.leftOut()));
    }
    return chosen;
  }

  /** Where nobody can be asked, practice machines are let in by themselves. */
  static void answer(ClusterSpec spec, SecretBook secrets) {
    spec.hosts().stream()
        .map(HostSpec::label)
        .forEach(host -> secrets.put(Kind.SUDO, host, Secret.of(PASSWORD)));
  }
}
