package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ssh.HostKeyAnswer.KnownKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHost.Extension.class)
final class HostIdentityTest {
  private final TestHost lab;
  private HostKeys keys;
  private Path file;

  @TempDir Path directory;

  HostIdentityTest(TestHost lab) {
    this.lab = lab;
  }

  @BeforeEach
  void prepare() {
    file = directory.resolve("known_hosts");
    keys = new HostKeys(file, directory.resolve("own"));
  }

  private void connect(Sshd server) throws SshFailure {
    var target = SshTarget.of("n1", "127.0.0.1", server.port, "root", new SignIn.KeyFile(lab.key));
    try (var connector = new SshConnector(keys, Optional.empty(), directory);
        var host = connector.connect(target, SecretSource.none())) {
      assertThat(host.alive()).isTrue();
    }
  }

  private HostKey key(Sshd server, String type) throws IOException {
    String[] words = server.publicKey(type).split(" ", -1);
    return new HostKey(words[0], words[1]);
  }

  private void know(String marker, HostKey key) throws IOException {
    String line =
        marker + "[127.0.0.1]:" + lab.sshd.port + " " + key.type() + " " + key.base64() + "\n";
    Files.writeString(file, line);
  }

  private HostKey stranger(String type) throws IOException {
    Path key = directory.resolve("stranger");
    Commands.run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString());
    String[] words = Files.readString(Path.of(key + ".pub")).split(" ", -1);
    return new HostKey(words[0], words[1].strip());
  }

  @Test
  void anUnknownHostIsRefusedUntilItIsAccepted() throws Exception {
    HostKey key = key(lab.sshd, "ed25519");
    var cause = TestHost.failure(() -> connect(lab.sshd));
    assertThat(cause).isEqualTo(new HostKeyCause.Unknown("127.0.0.1", lab.sshd.port, key));
    keys.accept("127.0.0.1", lab.sshd.port, key);
    connect(lab.sshd);
  }

  @Test
  void aHostKnownByItsRsaKeyIsAskedForThatKey() throws Exception {
    know("", key(lab.sshd, "rsa"));
    connect(lab.sshd);
  }

  @Test
  void aChangedKeyIsRefused() throws Exception {
    HostKey before = stranger("ed25519");
    know("", before);
    assertThat(TestHost.failure(() -> connect(lab.sshd)))
        .isEqualTo(
            new HostKeyCause.Changed(
                "127.0.0.1",
                lab.sshd.port,
                List.of(new KnownKey(before, file.toString(), 1)),
                key(lab.sshd, "ed25519")));
  }

  @Test
  void aChangedKeyOfATypeThatTheHostHasIsComparedWithThatType() throws Exception {
    HostKey before = stranger("rsa");
    know("", before);
    var cause = (HostKeyCause.Changed) TestHost.failure(() -> connect(lab.sshd));
    assertThat(cause.got()).isEqualTo(key(lab.sshd, "rsa"));
  }

  @Test
  void aKeyOfATypeThatTheHostNoLongerHasIsAChangeToo() throws Exception {
    try (var other = new Sshd(directory.resolve("other"), List.of("ed25519"))) {
      HostKey before = stranger("ecdsa");
      Files.writeString(
          file, "[127.0.0.1]:" + other.port + " " + before.type() + " " + before.base64() + "\n");
      var cause = (HostKeyCause.Changed) TestHost.failure(() -> connect(other));
      assertThat(cause.got()).isEqualTo(key(other, "ed25519"));
      assertThat(cause.expected()).containsExactly(new KnownKey(before, file.toString(), 1));
    }
  }

  @Test
  void aRevokedKeyIsRefused() throws Exception {
    HostKey key = key(lab.sshd, "ed25519");
    know("@revoked ", key);
    assertThat(TestHost.failure(() -> connect(lab.sshd)))
        .isEqualTo(
            new HostKeyCause.Revoked(
                "127.0.0.1", lab.sshd.port, key, new KnownKey(key, file.toString(), 1)));
  }

  @Test
  void aListThatCannotBeReadTrustsNobody() throws Exception {
    Files.createDirectory(file);
    assertThat(TestHost.failure(() -> connect(lab.sshd)))
        .isInstanceOf(HostKeyCause.Unreadable.class);
  }
}
