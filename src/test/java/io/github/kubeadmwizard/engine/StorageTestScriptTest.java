package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the pods that prove storage may run; kubectl is a stand-in whose pods end at once. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class StorageTestScriptTest {
  private static final String KUBECTL =
      """
      sleep() { :; }
      kw_ask_api() { KW_RC=0; KW_OUT=$("$@") || KW_RC=$?; }
      kubectl() {
        case "$*" in
          *'get storageclass'*) printf uid ;;
          *'get nodes'*) cat "$KW_ROOT/nodes" ;;
          'apply -f '*) cat "$3" >> "$KW_ROOT/applied" ;;
          *'get pod '*-writer' '*)
            state='Succeeded|worker||'
            if [ -s "$KW_ROOT/pending" ]; then
              state=$(tail -n 1 "$KW_ROOT/pending")
              sed -i '$d' "$KW_ROOT/pending" # before the reader goes on
            fi
            printf '%s\\n' "$state" ;;
          *'get pod '*) printf 'Succeeded|worker||\\n' ;;
          *'get events'*) cat "$KW_ROOT/events" ;;
          *logs*) sed -n "s/.*echo '\\([^']*\\)'.*/\\1/p" "$KW_ROOT/applied" ;;
        esac
      }
      """;

  private static final String TAINT = "node-role.kubernetes.io/control-plane";

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void folders() throws Exception {
    host = new ScriptRoot(root, work, KUBECTL);
    host.put("pending", "");
    host.put("events", "");
    Files.createDirectories(root.resolve("var/lib/kubeadm-wizard"));
  }

  private String applied(String nodes, String anywhere) throws Exception {
    host.put("nodes", nodes);
    var said =
        host.run(
            "storage-test.sh",
            Map.of(
                "CLASS", "c", "IMAGE", "i", "SPREAD", "1", "ANYWHERE", anywhere, "CLUSTER", "x"));
    assertThat(said).last().isInstanceOf(SaidChanged.class);
    return host.text("applied");
  }

  @Test
  void saysWhatSpeaksAgainstTheClaimBeforeWhatThePodLacks() throws Exception {
    String pod = "Pod/kubeadm-wizard-storage-test-writer";
    String claim = "PersistentVolumeClaim/kubeadm-wizard-storage-test";
    host.put("pending", "Pending|||no volume\n".repeat(2));
    host.put(
        "events",
        String.join(
            "\n",
            claim + "|2020-01-01T00:00:00Z|of an earlier test",
            pod + "|2999-01-01T00:00:03Z|not mounted",
            claim + "|2999-01-01T00:00:02Z|read-only file system",
            claim + "|2999-01-01T00:00:01Z|earlier",
            "Pod/other|2999-01-01T00:00:04Z|of another",
            "Pod/other|<none>|without a time\nand a second line",
            ""));
    assertThat(waits()).containsExactly("read-only file system");
    host.put("pending", "Pending|||no volume\n".repeat(2));
    host.put("events", pod + "|2999-01-01T00:00:03Z|not mounted\n");
    assertThat(waits()).containsExactly("not mounted");
    host.put("pending", "Pending|||no volume\n");
    host.put("events", "");
    assertThat(waits()).containsExactly("no volume");
  }

  private List<String> waits() throws Exception {
    host.put("nodes", "worker|\n");
    Files.deleteIfExists(root.resolve("applied"));
    Files.deleteIfExists(root.resolve("var/lib/kubeadm-wizard/storage-x-c.done"));
    var vars = Map.of("CLASS", "c", "IMAGE", "i", "SPREAD", "0", "ANYWHERE", "1", "CLUSTER", "x");
    return host.run("storage-test.sh", vars).stream()
        .filter(HostSpeech.SaidWaiting.class::isInstance)
        .map(said -> ((HostSpeech.SaidWaiting) said).what().args().getLast().toString())
        .toList();
  }

  @Test
  void podsThatCannotUseItThereStayOffControlPlanes() throws Exception {
    String applied = applied("plane|" + TAINT + "\nworker|\n", "0");
    assertThat(applied).doesNotContain("tolerations").doesNotContain("NotIn");
  }

  @Test
  void theOtherNodeMayCarryAControlPlaneWhereItTakesOrdinaryPods() throws Exception {
    String applied = applied("plane|\nworker|\n", "0");
    assertThat(applied).doesNotContain("tolerations").contains("NotIn, values: [\"worker\"]");
  }

  @Test
  void podsThatCanUseItAnywhereGoBesideControlPlanes() throws Exception {
    String applied = applied("plane|" + TAINT + "\nworker|\n", "1");
    assertThat(applied).contains(TAINT).contains("NotIn, values: [\"worker\"]");
  }
}
