package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWaiting;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ceph is awaited, and its disks are wiped; kubectl is played, answer by answer. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class RookScriptsTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      printf '%s\\n' "$*" >> "$KW_ROOT/asked"
      calls=0
      while read -r _; do calls=$((calls + 1)); done < "$KW_ROOT/asked"
      [ -e "$KW_ROOT/says-$calls" ] || { echo 'Error from server (NotFound): not found'; exit 1; }
      printf '%b' "$(cat "$KW_ROOT/says-$calls")"
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
  }

  private void says(String... answers) {
    for (int i = 0; i < answers.length; i++) {
      host.put("says-" + (i + 1), answers[i]);
    }
  }

  private static String cluster(String phase, String health, String why) {
    return String.join(
        "\\x1f", phase, "Creating", health, why, "3", "n2|/dev/a /dev/b\\nn3|/dev/c\\n");
  }

  private static SaidWaiting waits(String key, String... args) {
    return new SaidWaiting(Message.of(key, (Object[]) args));
  }

  private List<HostSpeech> await() throws Exception {
    return host.run("wait-addon.sh", Map.of("AWAITED", "ceph rook-ceph rook-ceph"));
  }

  @Test
  void saysWhichPartOfCephIsMissingUntilItIsHealthy() throws Exception {
    String nodes = "n2|1\\nn2|1\\nn3|1\\n";
    says(
        cluster("Progressing", "", ""),
        "", // no disk
        "", // no pod in trouble
        "1\\n\\n", // one monitor of three
        cluster("Progressing", "", ""),
        "n2|1\\nn2|\\nn3|\\n",
        "",
        "1\\n1\\n1\\n",
        cluster("Ready", "HEALTH_WARN", "clock skew"),
        nodes,
        "",
        "1\\n1\\n1\\n",
        cluster("Ready", "HEALTH_OK", ""),
        nodes);
    assertThat(await())
        .containsExactly(
            waits("install.waiting.cephMonitors", "1", "3", "Creating"),
            waits("install.waiting.cephDisks", "1", "3", "n2 (1/2), n3 (0/1)"),
            waits("install.waiting.cephHealth", "HEALTH_WARN", "clock skew"),
            new SaidUnchanged());
  }

  @Test
  void aHealthyCephThatLacksADiskIsNotDone() throws Exception {
    says(
        cluster("Ready", "HEALTH_OK", ""),
        "n2|1\\nn3|1\\n",
        "",
        "1\\n1\\n1\\n",
        cluster("Ready", "HEALTH_OK", ""),
        "n2|1\\nn2|1\\nn3|1\\n");
    assertThat(await())
        .containsExactly(
            waits("install.waiting.cephDisks", "2", "3", "n2 (1/2)"), new SaidUnchanged());
  }

  private List<HostSpeech> cleaned() throws Exception {
    return host.run("rook-cleaned.sh", Map.of("NAMESPACE", "rook-ceph", "NODES", "n2 n3"));
  }

  @Test
  void waitsForEveryHostThatHasToBeWiped() throws Exception {
    says("n2|1||\\n", "n2|1||\\nn3|||\\n", "n2|1||\\nn3|1||\\n");
    assertThat(cleaned())
        .containsExactly(
            waits("install.waiting.rookWipes", "n3 (absent)"),
            waits("install.waiting.rookWipes", "n3 (running)"),
            new SaidUnchanged());
  }

  @Test
  void aHostThatCouldNotBeWipedEndsIt() throws Exception {
    says("n2|1||\\nn3||6|BackoffLimitExceeded\\n");
    assertThat(cleaned())
        .containsExactly(
            new SaidFailed("install.rookNotWiped", List.of("n3", "BackoffLimitExceeded (6)")));
  }

  @Test
  void theDataIsGivenUpOnce() throws Exception {
    var vars = Map.of("NAMESPACE", "rook-ceph", "NAME", "rook-ceph");
    says("|n2 n3|", "patched", "yes-really-destroy-data|n2 n3|");
    assertThat(host.run("rook-destroy.sh", vars)).last().isEqualTo(new SaidChanged());
    assertThat(host.text("asked"))
        .contains("{\"spec\":{\"cleanupPolicy\":{\"confirmation\":\"yes-really-destroy-data\"}}}");
    assertThat(host.run("rook-destroy.sh", vars)).last().isEqualTo(new SaidUnchanged());
  }
}
