package io.github.kubeadmwizard.ssh;

import java.nio.file.Path;

/** How a user signs in on a host. */
public sealed interface SignIn {

  /** With the keys that the running ssh-agent ({@code SSH_AUTH_SOCK}) holds. */
  record Agent() implements SignIn {}

  /**
   * With a private key.
   *
   * @param file OpenSSH, PEM or PKCS#8; a passphrase is asked for if it has one
   */
  record KeyFile(Path file) implements SignIn {}

  /** With a password, by the method "password" or "keyboard-interactive". */
  record Password() implements SignIn {}

  /** As ssh does: the agent, then the keys {@code ~/.ssh/id_*}, then a password if one is given. */
  record Any() implements SignIn {}
}
