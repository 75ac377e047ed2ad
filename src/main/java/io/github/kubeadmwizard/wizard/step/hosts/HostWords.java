package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Standing;
import java.nio.file.Path;

/** What is said of a machine in its line. */
final class HostWords {
  private static final double GIB = 1L << 30;

  private HostWords() {}

  static Message state(Standing standing) {
    return switch (standing) {
      case Standing.Trying _ -> Message.of("wizard.hosts.state.trying");
      case Standing.Reached _ -> Message.of("wizard.hosts.state.reached");
      case Standing.NewKey _ -> Message.of("wizard.hosts.state.newKey");
      case Standing.NeedsSecret(var needs, var _) -> need(needs.getFirst());
      case Standing.Refused(var _, boolean identity) ->
          identity
              ? Message.of("wizard.hosts.state.otherKey")
              : Message.of("wizard.hosts.state.refused");
    };
  }

  private static Message need(SecretNeed need) {
    return switch (need.kind()) {
      case PASSWORD -> Message.of("wizard.hosts.state.password");
      case PASSPHRASE -> Message.of("wizard.hosts.state.passphrase");
      case SUDO -> Message.of("wizard.hosts.state.sudo");
    };
  }

  static Message detail(Standing standing) {
    return switch (standing) {
      case Standing.Trying _ -> Message.of("wizard.hosts.detail.trying");
      case Standing.Reached(var read) -> machine(read.facts());
      case Standing.NewKey _ -> Message.of("wizard.hosts.detail.newKey");
      case Standing.NeedsSecret(var _, var refusal) -> refusal.what();
      case Standing.Refused(var problem, var _) -> problem.what();
    };
  }

  private static Message machine(HostFacts facts) {
    return Message.of(
        "wizard.hosts.detail.reached",
        system(facts),
        facts.machine().cpus().orElse(0),
        facts
            .machine()
            .memory()
            .map(m -> Math.round(m.totalBytes() / GIB * 10) / 10.0)
            .orElse(0.0));
  }

  /** Such as Debian 13, not its long name. */
  private static String system(HostFacts facts) {
    String whole = facts.os().prettyName().orElse(facts.os().id().orElse("Linux"));
    return whole.replace("GNU/Linux ", "").replaceFirst("\\s*\\(.*", "");
  }

  static Message signIn(HostSpec host) {
    if (host.key().isPresent()) {
      return Message.of(
          "wizard.hosts.signIn.key", String.valueOf(Path.of(host.key().get()).getFileName()));
    }
    return host.agent()
        ? Message.of("wizard.hosts.signIn.agent")
        : Message.of("wizard.hosts.signIn.any");
  }
}
