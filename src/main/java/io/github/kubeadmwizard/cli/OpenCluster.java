package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.draft.BesideFile;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.HostState;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster file that was read and its hosts, connected as far as they let us in. Closing it ends
 * the connections and wipes the secrets.
 *
 * @param problems of the hosts that are not there
 * @param identity whether one of them is another host than we know, or was not accepted
 */
record OpenCluster(
    ClusterSpec spec, SecretBook secrets, Fleet fleet, List<Problem> problems, boolean identity)
    implements AutoCloseable {
  OpenCluster {
    problems = List.copyOf(problems);
  }

  /** Reads a cluster file; a mistake ends the command. */
  static ClusterSpec read(Tools tools, Output output, Path file) throws CommandEnd {
    return switch (tools.files().read(file)) {
      case ClusterFileResult.Read(ClusterSpec read) -> {
        ClusterSpec spec = BesideFile.of(file, read);
        List<Message> refused = tools.workshop().planning().refuses(spec);
        refused.forEach(output::tell);
        if (!refused.isEmpty()) {
          throw new CommandEnd(ExitCode.USAGE);
        }
        yield spec;
      }
      case ClusterFileResult.Refused(var name, var mistakes) -> {
        mistakes.forEach(mistake -> output.tell(mistake.message(name)));
        throw new CommandEnd(ExitCode.USAGE);
      }
    };
  }

  /** Reads the file and connects all its hosts, or only those that are chosen. */
  static OpenCluster open(Tools tools, Output output, HostOptions options, Choice choice)
      throws CommandEnd {
    return open(tools, output, options, options.cluster(tools, output), choice);
  }

  /**
   * The same for a command that looks at a cluster that stands. Of practice machines it is the one
   * that was installed last, and there has to be one.
   */
  static OpenCluster standing(Tools tools, Output output, HostOptions options, Choice choice)
      throws CommandEnd {
    var open = open(tools, output, options, choice);
    if (options.common.practice && !Practising.restored(tools, open)) {
      open.close();
      output.tell(Message.of("cli.practice.notInstalled", open.spec().name()));
      throw new CommandEnd(ExitCode.FAILED);
    }
    return open;
  }

  /**
   * The same with its first control plane alone, of which everything else about it is asked; the
   * command ends if it is not there.
   */
  static OpenCluster firstControlPlane(Tools tools, Output output, HostOptions options)
      throws CommandEnd {
    var open = standing(tools, output, options, spec -> List.of(spec.firstControlPlane()));
    try {
      open.needAll(output, options.common.json);
    } catch (CommandEnd end) {
      open.close();
      throw end;
    }
    return open;
  }

  /** Connects the hosts of this cluster, or only those that are chosen. */
  static OpenCluster open(
      Tools tools, Output output, HostOptions options, ClusterSpec spec, Choice choice)
      throws CommandEnd {
    var secrets = new SecretBook();
    boolean open = options.common.practice && !tools.terminal().canAsk();
    if (open) {
      Practising.answer(spec, secrets);
    }
    if (options.secretsFromStdin) {
      readSecrets(output, spec, secrets);
    }
    var dialogue =
        new AskingDialogue(
            new HostKeyQuestion(
                tools.terminal(), output.err(), output.words(), options.acceptNewHostKeys || open),
            new SecretQuestion(tools.terminal(), output.err(), output.words(), secrets));
    var connector = tools.workshop().connecting().to(spec, secrets);
    var fleet = new Fleet(connector, dialogue, spec.ssh().parallel(), secrets);
    List<HostSpec> hosts = choice.of(spec);
    output.tell(Message.of("cli.connecting", hosts.size()));
    var problems = new ArrayList<Problem>();
    boolean identity = false;
    for (HostState state : fleet.connect(hosts).values()) {
      if (state instanceof HostState.Refused refused) {
        problems.add(refused.problem());
        identity |= refused.identity();
      }
    }
    return new OpenCluster(spec, secrets, fleet, problems, identity);
  }

  /** Which hosts of a cluster a command needs. */
  @FunctionalInterface
  interface Choice {
    List<HostSpec> of(ClusterSpec spec);
  }

  /** Reads what {@code --secrets-from-stdin} gives. */
  static void readSecrets(Output output, ClusterSpec spec, SecretBook secrets) throws CommandEnd {
    try {
      new StdinSecrets(secrets, spec).read(output.in());
    } catch (StdinSecrets.Refused e) {
      secrets.close();
      output.tell(e.what());
      throw new CommandEnd(ExitCode.USAGE);
    } catch (IOException _) {
      output.tell(Message.of("cli.stdin.unreadable"));
      throw new CommandEnd(ExitCode.USAGE);
    }
  }

  /** Says what is wrong with the hosts that are not there. */
  void tellProblems(Output output, boolean json) {
    output.tell(problems, json);
  }

  /** Ends the command if a host is not there. */
  void needAll(Output output, boolean json) throws CommandEnd {
    tellProblems(output, json);
    if (!problems.isEmpty()) {
      throw new CommandEnd(exitCode());
    }
  }

  /** What the missing hosts mean for the exit code. */
  int exitCode() {
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    return identity ? ExitCode.IDENTITY : ExitCode.FAILED;
  }

  /** The name that plans and events use for a host. */
  static HostName name(HostSpec host) {
    return new HostName(host.label());
  }

  @Override
  public void close() {
    fleet.close();
    secrets.close();
  }
}
