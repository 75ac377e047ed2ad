package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.ssh.HostKeyAnswer.KnownKey;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Why a host's identity is not accepted. */
public sealed interface HostKeyCause extends SshCause {

  /** The host whose key it is; a bastion's, where the bastion failed. */
  String address();

  /** Its port. */
  int port();

  /** The host is seen for the first time: show the fingerprint, ask, {@link HostKeys#accept}. */
  record Unknown(String address, int port, HostKey key) implements HostKeyCause {
    @Override
    public String id() {
      return "ssh.hostKey.unknown";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.hostKey.unknown.what", address),
          Message.of("ssh.hostKey.unknown.why", key.type(), key.fingerprint()),
          Message.of("ssh.hostKey.unknown.remedy"));
    }
  }

  /** The host is known under other keys. */
  record Changed(String address, int port, List<KnownKey> expected, HostKey got)
      implements HostKeyCause {
    public Changed {
      expected = List.copyOf(expected);
    }

    @Override
    public String id() {
      return "ssh.hostKey.changed";
    }

    @Override
    public Words words() {
      KnownKey first = expected.getFirst();
      return new Words(
          Message.of("ssh.hostKey.changed.what", address, got.type(), got.fingerprint()),
          Message.of("ssh.hostKey.changed.why", known()),
          Message.of("ssh.hostKey.changed.remedy", first.file(), String.valueOf(first.line())));
    }

    private List<String> known() {
      return expected.stream()
          .map(k ->
              k.key().type() + " " + k.key().fingerprint() + " (" + k.file() + ":" + k.line() + ")")
          .toList();
    }
  }

  /** The key is on the list of stolen ones. */
  record Revoked(String address, int port, HostKey key, KnownKey by) implements HostKeyCause {
    @Override
    public String id() {
      return "ssh.hostKey.revoked";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.hostKey.revoked.what", address, key.type(), key.fingerprint()),
          Message.of("ssh.hostKey.revoked.why", by.file(), String.valueOf(by.line())),
          Message.of("ssh.hostKey.revoked.remedy"));
    }
  }

  /** The list of known keys cannot be read, so nothing can be judged. */
  record Unreadable(String address, int port, String detail) implements HostKeyCause {
    @Override
    public String id() {
      return "ssh.hostKey.unreadable";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.hostKey.unreadable.what", address),
          Message.of("ssh.hostKey.unreadable.why", detail),
          Message.of("ssh.hostKey.unreadable.remedy"));
    }
  }
}
