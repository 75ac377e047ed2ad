package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own: others of this one may have had Bouncy Castle registered. */
@ExtendWith(TestHost.Extension.class)
final class JdkCryptographyTest {
  private final TestHost lab;

  @TempDir Path directory;

  JdkCryptographyTest(TestHost lab) {
    this.lab = lab;
  }

  @Test
  void aConnectionByAKeyUsesTheJdks() throws Exception {
    Path known = directory.resolve("known");
    try (var server = new Sshd(directory.resolve("sshd"), List.of("ed25519"))) {
      server.authorize("root", lab.key);
      Files.writeString(
          known, "[127.0.0.1]:" + server.port + " " + server.publicKey("ed25519") + "\n");
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      assertThat(
              Commands.run(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  JdkCryptographyTest.class.getName(),
                  String.valueOf(server.port),
                  lab.key.toString(),
                  known.toString()))
          .endsWith("connected, AES of SunJCE\n");
    }
  }

  /**
   * Connects and says whose cipher sshj takes.
   *
   * @param args port, private key, file of known hosts
   */
  public static void main(String[] args) throws Exception {
    var keys = new HostKeys(Path.of(args[2]), Path.of(args[2] + "-own"));
    var target =
        SshTarget.of(
            "n1",
            "127.0.0.1",
            Integer.parseInt(args[0]),
            "root",
            new SignIn.KeyFile(Path.of(args[1])));
    try (var connector = new SshConnector(keys, Optional.empty(), Path.of(args[2]));
        var host = connector.connect(target, SecretSource.none())) {
      host.root();
      String whose = SecurityUtils.getCipher("AES/GCM/NoPadding").getProvider().getName();
      System.out.println("connected, AES of " + whose);
    }
  }
}
