package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.ssh.SignIn;
import io.github.kubeadmwizard.ssh.SshTarget;
import java.util.Optional;

/** Where SSH goes for a host of a cluster, and how the user signs in there. */
public final class Targets {
  private final SshSpec ssh;
  private final UserDirectories home;

  /**
   * @param ssh names the bastion
   * @param home what {@code ~} means in the name of a key
   */
  public Targets(SshSpec ssh, UserDirectories home) {
    this.ssh = ssh;
    this.home = home;
  }

  /** The way to this host, with the secrets that are known so far. */
  SshTarget of(HostSpec host, SecretBook secrets) {
    String name = host.label();
    boolean password = secrets.password(name).isPresent();
    var target =
        SshTarget.of(
            name,
            host.address(),
            host.port(),
            host.user(),
            signIn(host.key(), host.agent(), password));
    return bastion(secrets).map(target::via).orElse(target);
  }

  /** The bastion, if there is one. */
  Optional<SshTarget> bastion(SecretBook secrets) {
    boolean password = secrets.password(SecretBook.BASTION).isPresent();
    return ssh.bastion()
        .map(gate ->
            SshTarget.of(
                SecretBook.BASTION,
                gate.address(),
                gate.port(),
                gate.user(),
                signIn(gate.key(), gate.agent(), password)));
  }

  /** With no key and no agent named, what ssh itself would try, until a password is given. */
  private SignIn signIn(Optional<String> key, boolean agent, boolean password) {
    if (key.isPresent()) {
      return new SignIn.KeyFile(home.expand(key.get()));
    } else if (agent) {
      return new SignIn.Agent();
    }
    return password ? new SignIn.Password() : new SignIn.Any();
  }
}
