package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWaiting;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A node that waits for itself; kubectl is played, line by line. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class WaitNodeScriptTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      printf '%s %s\\n' "$KUBECONFIG" "$*" >> "$KW_ROOT/asked"
      calls=0
      while read -r _; do calls=$((calls + 1)); done < "$KW_ROOT/asked"
      printf '%b\\n' "$(cat "$KW_ROOT/says-$calls")"
      [ ! -e "$KW_ROOT/hangs-$calls" ] || exec sleep 60
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
  }

  private static Message notReady(String reason, String message) {
    return Message.of("install.waiting.node", "w1", reason, message);
  }

  private java.util.List<HostSpeech> run() throws Exception {
    return host.run("wait-node.sh", Map.of("NAME", "w1"));
  }

  @Test
  void tellsEachConditionOnceAndEndsAsSoonAsItIsReady() throws Exception {
    host.put(
        "says-1",
        """
        kw\\x1fFalse\\x1fKubeletNotReady\\x1fPLEG is not healthy
        kw\\x1fFalse\\x1fKubeletNotReady\\x1fcni plugin not initialized
        kw\\x1fFalse\\x1fKubeletNotReady\\x1fcni plugin not initialized
        kw\\x1fTrue\\x1fKubeletReady\\x1fkubelet is posting ready status
        """);
    host.put("hangs-1", "");
    assertThat(run())
        .containsExactly(
            new SaidWaiting(notReady("KubeletNotReady", "PLEG is not healthy")),
            new SaidWaiting(notReady("KubeletNotReady", "cni plugin not initialized")),
            new SaidUnchanged());
    assertThat(host.text("asked"))
        .startsWith(root + "/etc/kubernetes/kubelet.conf get node w1 --watch");
  }

  @Test
  void watchesAgainWhenTheLineBreaks() throws Exception {
    host.put("says-1", "kw\\x1fUnknown\\x1f\\x1f\nThe connection to the server was refused\n");
    host.put("says-2", "kw\\x1fTrue\\x1fKubeletReady\\x1f\n");
    assertThat(run())
        .containsExactly(
            new SaidWaiting(notReady("Unknown", "")),
            new SaidWaiting(
                Message.of("install.waiting.api", "The connection to the server was refused")),
            new SaidUnchanged());
  }
}
