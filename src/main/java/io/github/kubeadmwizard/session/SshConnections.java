package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.HostKey;
import io.github.kubeadmwizard.ssh.HostKeys;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.ssh.RootShell;
import io.github.kubeadmwizard.ssh.SshConnector;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ssh.SshHost;
import io.github.kubeadmwizard.ssh.SshTarget;
import io.github.kubeadmwizard.ssh.Tunnel;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connects over SSH, as root by the root helper. */
public final class SshConnections implements HostConnector {
  private final SshConnector connector;
  private final HostKeys hostKeys;
  private final SecretBook secrets;
  private final Targets targets;

  /**
   * @param connector closed with this
   * @param hostKeys where accepted keys are kept
   * @param secrets what is known so far; it may grow between attempts
   */
  public SshConnections(
      SshConnector connector, HostKeys hostKeys, SecretBook secrets, Targets targets) {
    this.connector = connector;
    this.hostKeys = hostKeys;
    this.secrets = secrets;
    this.targets = targets;
  }

  @Override
  public Attempt attempt(HostSpec host) {
    SshTarget target = targets.of(host, secrets);
    try {
      return new Attempt.Connected(connect(host, target));
    } catch (SshFailure failure) {
      return new Refusal(new HostName(host.label()), target, secrets).of(failure);
    }
  }

  @Override
  public HostConnection reconnect(HostSpec host) throws SshFailure {
    return connect(host, targets.of(host, secrets));
  }

  private HostConnection connect(HostSpec host, SshTarget target) throws SshFailure {
    SshHost opened = connector.connect(target, secrets);
    try {
      return new OverSsh(new HostName(host.label()), opened, opened.root());
    } catch (SshFailure failure) {
      opened.close();
      throw failure;
    }
  }

  @Override
  public Optional<Attempt.Failed> trust(Attempt.NewKey key) {
    try {
      hostKeys.accept(key.address(), key.port(), new HostKey(key.type(), key.key()));
      return Optional.empty();
    } catch (IOException e) {
      var problem =
          new Problem(
              "session.keyNotKept",
              key.host(),
              "",
              Message.of("session.keyNotKept.what", key.address()),
              Message.of("session.keyNotKept.why", String.valueOf(e.getMessage())),
              Message.of("session.keyNotKept.remedy"),
              Optional.empty(),
              List.of());
      return Optional.of(new Attempt.Failed(problem, false));
    }
  }

  @Override
  public void close() {
    connector.close();
  }

  private record OverSsh(HostName host, SshHost ssh, RootShell root) implements HostConnection {
    @Override
    public Exit run(String script, OutputSink sink, Duration deadline, Cancel cancel)
        throws SshFailure {
      return root.run(script, sink, deadline, cancel);
    }

    @Override
    public Optional<RootShell> rootShell() {
      return Optional.of(root);
    }

    @Override
    public Optional<Tunnel> tunnel(int localPort, String address, int port) throws SshFailure {
      return Optional.of(ssh.tunnel(localPort, address, port));
    }

    @Override
    public boolean alive() {
      return ssh.alive();
    }

    @Override
    public void close() {
      ssh.close();
    }
  }
}
