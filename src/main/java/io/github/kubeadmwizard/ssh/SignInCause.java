package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Why the user could not sign in. */
public sealed interface SignInCause extends SshCause {

  /**
   * The host refused all that was tried.
   *
   * @param tried what we tried, in order
   * @param offered what the host would take, by SSH's names
   */
  record Refused(String user, String address, List<Message> tried, List<String> offered)
      implements SignInCause {
    public Refused {
      tried = List.copyOf(tried);
      offered = List.copyOf(offered);
    }

    @Override
    public String id() {
      return "ssh.signIn.refused";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.signIn.refused.what", address, user),
          tried.isEmpty()
              ? Message.of("ssh.signIn.refused.nothing", offered)
              : Message.of("ssh.signIn.refused.why", tried, offered),
          Message.of("ssh.signIn.refused.remedy"));
    }
  }

  /** A password is needed and none was given. */
  record PasswordNeeded(String user, String address) implements SignInCause {
    @Override
    public String id() {
      return "ssh.signIn.passwordNeeded";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.signIn.passwordNeeded.what", address, user),
          Message.of("ssh.signIn.passwordNeeded.why"),
          Message.of("ssh.signIn.passwordNeeded.remedy"));
    }
  }

  /** The file of the key is missing, locked, or no key. */
  record KeyUnreadable(String file, Message detail) implements SignInCause {
    @Override
    public String id() {
      return "ssh.key.unreadable";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.key.unreadable.what", file),
          Message.of("ssh.key.unreadable.why", detail),
          Message.of("ssh.key.unreadable.remedy"));
    }
  }

  /** The key is locked with a passphrase and none was given. */
  record PassphraseNeeded(String file) implements SignInCause {
    @Override
    public String id() {
      return "ssh.key.passphraseNeeded";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.key.passphraseNeeded.what", file),
          Message.of("ssh.key.passphraseNeeded.why"),
          Message.of("ssh.key.passphraseNeeded.remedy"));
    }
  }

  /** The passphrase does not open the key. */
  record PassphraseWrong(String file) implements SignInCause {
    @Override
    public String id() {
      return "ssh.key.passphraseWrong";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.key.passphraseWrong.what", file),
          Message.of("ssh.key.passphraseWrong.why"),
          Message.of("ssh.key.passphraseWrong.remedy"));
    }
  }

  /** There is no agent, or it holds no key that we can use. */
  record AgentUnavailable(Message detail) implements SignInCause {
    @Override
    public String id() {
      return "ssh.agent.unavailable";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.agent.unavailable.what"),
          Message.of("ssh.agent.unavailable.why", detail),
          Message.of("ssh.agent.unavailable.remedy"));
    }
  }
}
