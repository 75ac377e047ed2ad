package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;

/** Why a connection, a sign-in or becoming root failed; never holds a secret. */
public sealed interface SshCause permits ConnectCause, HostKeyCause, SignInCause, RootCause {

  /** Stable, such as {@code ssh.unknownHost}; the beginning of the keys of its words. */
  String id();

  /** The words of all three parts. */
  Words words();

  /** What happened. */
  default Message what() {
    return words().what();
  }

  /** Why, as far as it is known. */
  default Message reason() {
    return words().why();
  }

  /** What the user can do. */
  default Message remedy() {
    return words().remedy();
  }

  /** What, why and what to do. */
  record Words(Message what, Message why, Message remedy) {}
}
