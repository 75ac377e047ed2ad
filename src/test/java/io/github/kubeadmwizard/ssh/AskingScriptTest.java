package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What only asks a cluster, through a real SSH server; kubectl is played. */
@ExtendWith(TestHost.Extension.class)
final class AskingScriptTest {
  private static final String REFUSED =
      "The connection to the server x:6443 was refused - did you specify the right host or port?";
  private static final String NOT_YET =
      "Error from server (Forbidden): User \"kubernetes-admin\" cannot list resource \"pods\"";

  private final TestHost lab;
  @TempDir private Path directory;

  AskingScriptTest(TestHost lab) {
    this.lab = lab;
  }

  @BeforeEach
  void kubectl() throws Exception {
    Files.writeString(directory.resolve("admin.conf"), "");
    Path kubectl = directory.resolve("kubectl");
    Files.writeString(
        kubectl,
        """
        #!/bin/bash
        cd "$(dirname "$0")"
        IFS= read -r line < complaints || line=
        sed -i 1d complaints
        if [ -n "$line" ]; then
          printf '%s\\n' "$line" >&2
          exit 1
        fi
        printf '%s\\n' "$*"
        """);
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    complaining();
  }

  private void complaining(String... lines) throws Exception {
    Files.write(directory.resolve("complaints"), List.of(lines));
  }

  private TestHost.Said ask(String script, String assignments) throws Exception {
    String text =
        assignments
            + Assets.text("scripts/asking.sh")
                .replace("/etc/kubernetes/admin.conf", directory + "/admin.conf")
                .replace("PATH=$PATH:", "PATH=" + directory + ":$PATH:")
            + Assets.text("scripts/" + script);
    try (var connector = lab.connector();
        var host = connector.connect(lab.target("root"), SecretSource.none())) {
      return TestHost.run(host, text);
    }
  }

  @Test
  void anApiServerThatIsJustAwayIsAskedAgain() throws Exception {
    complaining(REFUSED, NOT_YET);
    var said = ask("pods.sh", "");
    assertThat(said.exit()).isEqualTo(new Exit(0));
    assertThat(said.lines())
        .containsExactly("OUT --request-timeout=30s get pods --all-namespaces --output wide");
  }

  @Test
  void whatKubectlRefusesIsSaidWithItsExitCode() throws Exception {
    complaining("error: container gone");
    var vars = "NAMESPACE='a' POD='b' WHAT='previous' CONTAINER='c' LAST='5'\n";
    var said = ask("pod.sh", vars);
    assertThat(said.exit()).isEqualTo(new Exit(1));
    assertThat(said.lines()).containsExactly("ERR error: container gone");
    assertThat(ask("pod.sh", vars).lines())
        .containsExactly(
            "OUT --request-timeout=30s --namespace a logs b --container c --tail 5"
                + " --limit-bytes 1000000 --previous");
  }

  @Test
  void aMachineWithoutAClusterIsToldFromOneThatIsSilent() throws Exception {
    Files.delete(directory.resolve("admin.conf"));
    assertThat(ask("version.sh", "").exit()).isEqualTo(new Exit(3));
  }
}
