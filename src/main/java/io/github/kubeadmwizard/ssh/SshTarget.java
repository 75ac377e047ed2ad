package io.github.kubeadmwizard.ssh;

import java.util.Optional;

/**
 * Where SSH goes, and as whom.
 *
 * @param name what the user calls it; secrets are asked for by this name
 * @param address host name or IP address, as it stands in known_hosts
 * @param port 1 to 65535
 * @param user the login user
 * @param signIn how the user proves who it is
 * @param bastion the host through which this one is reached
 */
public record SshTarget(
    String name,
    String address,
    int port,
    String user,
    SignIn signIn,
    Optional<SshTarget> bastion) {
  public SshTarget {
    if (name.isBlank() || address.isBlank() || user.isBlank()) {
      throw new IllegalArgumentException("a target needs a name, an address and a user");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  /** A target that is reached directly. */
  public static SshTarget of(String name, String address, int port, String user, SignIn signIn) {
    return new SshTarget(name, address, port, user, signIn, Optional.empty());
  }

  /** The same, reached through this bastion. */
  public SshTarget via(SshTarget host) {
    return new SshTarget(name, address, port, user, signIn, Optional.of(host));
  }
}
