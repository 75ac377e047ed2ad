package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.ssh.SshFailure;
import java.util.Optional;

/** Connects to one host; never asks anybody. */
public interface HostConnector extends AutoCloseable {

  /** Tries to sign in and to become root, with the secrets that are known so far. */
  Attempt attempt(HostSpec host);

  /**
   * Connects again to a host that was connected before.
   *
   * @throws SshFailure if it cannot be
   */
  HostConnection reconnect(HostSpec host) throws SshFailure;

  /**
   * Trusts a key that the user accepted, from now on.
   *
   * @return why it could not be kept, as an attempt that failed; empty where it was
   */
  Optional<Attempt.Failed> trust(Attempt.NewKey key);

  @Override
  void close();
}
