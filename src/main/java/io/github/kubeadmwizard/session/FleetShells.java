package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.ssh.RootShell;
import io.github.kubeadmwizard.ssh.SshExecutor;
import io.github.kubeadmwizard.ssh.SshFailure;

/** The root shells of a fleet whose hosts are reached over SSH. */
public record FleetShells(Fleet fleet) implements SshExecutor.Shells {
  @Override
  public RootShell of(HostName host, boolean fresh) throws SshFailure {
    return fleet
        .connection(host, fresh)
        .rootShell()
        .orElseThrow(() -> new IllegalStateException("not reached over SSH: " + host));
  }
}
