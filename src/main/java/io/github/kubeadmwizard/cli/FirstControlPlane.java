package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.session.HostConnection;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a script on the first control plane and gives what it said. */
final class FirstControlPlane {
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Output output;
  private final OpenCluster open;

  FirstControlPlane(Output output, OpenCluster open) {
    this.output = output;
    this.open = open;
  }

  /** What a script said. */
  record Said(Exit exit, List<String> out, List<String> err) {}

  /** Runs it; a lost connection ends the command. */
  Said run(String script) throws CommandEnd {
    HostName host = OpenCluster.name(open.spec().firstControlPlane());
    var out = Collections.synchronizedList(new ArrayList<String>());
    var err = Collections.synchronizedList(new ArrayList<String>());
    OutputSink sink = (stream, line) -> (stream == OutputSink.Stream.OUT ? out : err).add(line);
    try {
      HostConnection connection = open.fleet().connection(host, false);
      return new Said(connection.run(script, sink, DEADLINE, new Cancel()), out, err);
    } catch (SshFailure failure) {
      output.tell(failure.problem(host));
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** There is no cluster on it. */
  CommandEnd noCluster() {
    String host = open.spec().firstControlPlane().label();
    output.tell(Message.of("cli.noCluster", host));
    return new CommandEnd(ExitCode.FAILED);
  }
}
