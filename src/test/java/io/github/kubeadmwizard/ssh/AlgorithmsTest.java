package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestHost.Extension.class)
final class AlgorithmsTest {
  private final TestHost lab;

  @TempDir Path directory;

  AlgorithmsTest(TestHost lab) {
    this.lab = lab;
  }

  private TestHost.Said with(String setting) throws Exception {
    try (var server = new Sshd(directory.resolve("sshd"), List.of("ed25519", "ecdsa"), setting);
        var connector = new SshConnector(lab.trusting(server), Optional.empty(), directory)) {
      server.authorize("root", lab.key);
      var target =
          SshTarget.of("n1", "127.0.0.1", server.port, "root", new SignIn.KeyFile(lab.key));
      try (var host = connector.connect(target, SecretSource.none())) {
        return TestHost.run(host, "head -c 3000000 /dev/zero | tr '\\0' '\\n' | wc -l; echo end");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ciphers chacha20-poly1305@openssh.com",
        "Ciphers aes256-gcm@openssh.com",
        "Ciphers aes192-ctr\nMACs hmac-sha2-512-etm@openssh.com",
        "Ciphers aes128-ctr\nMACs hmac-sha2-256",
        "KexAlgorithms curve25519-sha256",
        "KexAlgorithms curve25519-sha256@libssh.org",
        "KexAlgorithms ecdh-sha2-nistp384",
        "KexAlgorithms diffie-hellman-group16-sha512",
        "KexAlgorithms diffie-hellman-group-exchange-sha256",
        "RekeyLimit 1M"
      })
  void weSpeakWhatIsSafe(String setting) throws Exception {
    assertThat(with(setting).lines()).containsExactly("OUT 3000000", "OUT end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ciphers aes128-cbc",
        "MACs hmac-sha1\nCiphers aes128-ctr",
        "KexAlgorithms diffie-hellman-group14-sha1"
      })
  void weDoNotSpeakWhatIsWeak(String setting) {
    assertThat(TestHost.failure(() -> unchecked(setting)))
        .isInstanceOf(ConnectCause.NothingInCommon.class);
  }

  private void unchecked(String setting) throws SshFailure {
    try {
      with(setting);
    } catch (SshFailure e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** OpenSSH has it from 9.9 on; here another implementation of it answers. */
  @Test
  void theKeyExchangeIsSafeAgainstQuantumComputers() throws Exception {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(directory.resolve("mina")));
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            false, List.of(BuiltinDHFactories.mlkem768x25519), ServerBuilder.DH2KEX));
    server.setPasswordAuthenticator((_, password, _) -> password.equals("right"));
    server.start();
    try {
      HostKeys keys = new HostKeys(directory.resolve("none"), directory.resolve("own"));
      for (int i = 0; i < 20; i++) { // one secret in 256 begins with a byte that could mislead
        handshake(server.getPort(), keys);
      }
      assertThat(Files.exists(directory.resolve("own"))).isTrue();
    } finally {
      server.stop(true);
    }
  }

  private void handshake(int port, HostKeys keys) throws Exception {
    var target = SshTarget.of("n1", "127.0.0.1", port, "somebody", new SignIn.Password());
    try (var connector = new SshConnector(keys, Optional.empty(), directory)) {
      try (var host = connector.connect(target, TestHost.secrets("right"))) {
        assertThat(host.alive()).isTrue();
      } catch (SshFailure e) {
        if (!(e.why() instanceof HostKeyCause.Unknown unknown)) {
          throw e;
        }
        keys.accept(unknown.address(), unknown.port(), unknown.key());
      }
    }
  }
}
