package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A control plane whose kubelet does not come up; kubeadm and systemd are played. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class KubeadmInitScriptTest {
  private static final Map<String, String> ANYWHERE =
      Map.of(
          "CONFIG", "kubeadm.yaml",
          "CLUSTER", "demo",
          "SKIP", "",
          "ADDRESS", "127.0.0.1",
          "PORT", "1");

  /** Its second part fails as kubeadm does after minutes. */
  private static final String KUBEADM =
      """
      #!/bin/bash
      case "$*" in
        config*) ;;
        *skip-phases=preflight*)
          echo 'error execution phase wait-control-plane: the kubelet is not healthy' ; exit 1 ;;
        *) echo '[kubelet-start] Starting the kubelet' ;;
      esac
      """;

  private static final String JOURNALCTL =
      """
      #!/bin/bash
      echo 'E1122 run.go:72] "command failed" err="failed to run Kubelet: swap on is not supported"'
      echo 'kubelet.service: Main process exited, code=exited, status=1/FAILURE'
      """;

  @TempDir Path root;
  @TempDir Path work;

  private ScriptRoot host(String standIns) {
    return new ScriptRoot(root, work, "PATH=$KW_ROOT/bin:$PATH\n" + standIns);
  }

  @BeforeEach
  void makePrograms() {
    ScriptRoot made =
        ScriptRoot.playing(root, work, Map.of("kubeadm", KUBEADM, "journalctl", JOURNALCTL));
    made.put("var/lib/kubeadm-wizard/kubeadm.yaml", "");
  }

  @Test
  void aKubeletThatEndsAgainAndAgainIsNotWaitedForAndSaysWhy() throws Exception {
    var host =
        host(
            """
            sleep() { :; }
            systemctl() { REPLY=$(< "$KW_ROOT/restarts"); echo "$REPLY"; echo $((REPLY + 1)) > "$KW_ROOT/restarts"; }
            """);
    host.put("restarts", "7");
    assertThat(host.run("kubeadm-init.sh", ANYWHERE))
        .endsWith(
            new SaidFailed(
                "install.kubeadmInit",
                List.of("kubelet-check", "failed to run Kubelet: swap on is not supported")));
  }

  @Test
  void oneThatIsOnlySlowIsLeftToTheWaitOfKubeadm() throws Exception {
    var host = host("sleep() { SECONDS=$((SECONDS + 50)); }\nsystemctl() { echo 7; }\n");
    assertThat(host.run("kubeadm-init.sh", ANYWHERE))
        .endsWith(
            new SaidFailed(
                "install.kubeadmInit",
                List.of("wait-control-plane", "the kubelet is not healthy")));
  }
}
