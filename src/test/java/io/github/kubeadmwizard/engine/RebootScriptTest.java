package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
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

/** A restart as its script begins and knows it; systemd only notes what it was asked for. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class RebootScriptTest {
  private static final Map<String, String> ALWAYS = Map.of("UNTIL", "");

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void standIn() {
    host =
        new ScriptRoot(
            root, work, "systemd-run() { printf '%s\\n' \"$*\" >> \"$KW_ROOT/asked\"; }\n");
    host.put("proc/sys/kernel/random/boot_id", "boot-1\n");
    host.put("proc/cmdline", "root=/dev/vda1 a=1 quiet\n");
  }

  @Test
  void itIsBegunOnceAndTheLedgerKnowsBeforeAndAfter() throws Exception {
    assertThat(host.look("reboot.sh", ALWAYS)).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(root.resolve("asked")).doesNotExist();
    var said = host.run("reboot.sh", ALWAYS);
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(ScriptRoot.befores(said)).containsExactly("reboot {boot-id=boot-1}");
    assertThat(host.text("asked")).hasLineCount(1).endsWith(" systemctl reboot\n");

    assertThat(host.look("reboot.sh", ALWAYS)).isEqualTo(List.of(new SaidWouldChange()));
    host.put("proc/sys/kernel/random/boot_id", "boot-2\n");
    assertThat(host.look("reboot.sh", ALWAYS)).isEqualTo(List.of(new SaidUnchanged()));
    assertThat(host.run("reboot.sh", ALWAYS)).isEqualTo(List.of(new SaidChanged()));
    assertThat(host.text("asked")).as("no second restart in a run").hasLineCount(1);
  }

  @Test
  void theRestartOfAnotherStepIsNotItsOwn() throws Exception {
    host.put(
        "var/lib/kubeadm-wizard/ledger/r1/entries.jsonl",
        "{\"n\":1,\"at\":\"x\",\"action\":\"other/reboot\",\"kind\":\"reboot\",\"boot-id\":\"boot-0\"}\n");
    assertThat(host.look("reboot.sh", ALWAYS)).isEqualTo(List.of(new SaidWouldChange()));
  }

  @Test
  void itIsNeedlessWhenTheKernelRunsWithAllThatItIsFor() throws Exception {
    assertThat(host.run("reboot.sh", Map.of("UNTIL", "a=1 quiet")))
        .isEqualTo(List.of(new SaidUnchanged()));
    assertThat(host.look("reboot.sh", Map.of("UNTIL", "a=1 b=2")))
        .isEqualTo(List.of(new SaidWouldChange()));
    assertThat(host.look("reboot.sh", Map.of("UNTIL", "a=")))
        .as("a part of a parameter is none")
        .isEqualTo(List.of(new SaidWouldChange()));
  }

  @Test
  void whatSystemdRefusesIsTold() throws Exception {
    var refusing =
        new ScriptRoot(
            root, work, "systemd-run() { echo 'Failed to connect to bus' >&2; return 1; }\n");
    assertThat(refusing.run("reboot.sh", ALWAYS).getLast())
        .isEqualTo(new SaidFailed("host.restartRefused", List.of("Failed to connect to bus")));
    assertThat(Files.exists(root.resolve("asked"))).isFalse();
  }
}
