package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.ssh.RootShell;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ssh.Tunnel;
import java.time.Duration;
import java.util.Optional;

/** A host where scripts run as root: over SSH, or a simulated machine. Safe for many threads. */
public interface HostConnection extends AutoCloseable {

  /** Which host. */
  HostName host();

  /**
   * Runs a bash script as root and waits for its end.
   *
   * @param script its text
   * @param sink takes its output, line by line
   * @param deadline when it is ended
   * @param cancel ends it, too
   * @throws SshFailure if the connection is lost
   */
  Exit run(String script, OutputSink sink, Duration deadline, Cancel cancel) throws SshFailure;

  /** The root shell, where the host is reached over SSH: for scripts that outlive a lost line. */
  default Optional<RootShell> rootShell() {
    return Optional.empty();
  }

  /**
   * A port of this computer, on 127.0.0.1, that leads to a port which the host reaches; empty where
   * the host is simulated. It ends with the connection.
   *
   * @param localPort 0 for any that is free
   */
  default Optional<Tunnel> tunnel(int localPort, String address, int port) throws SshFailure {
    return Optional.empty();
  }

  /** Whether the connection is up, as far as is known. */
  boolean alive();

  @Override
  void close();
}
