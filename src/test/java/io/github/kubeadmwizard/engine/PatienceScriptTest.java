package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWaiting;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An API server that is away for a while: kubectl is played, each line of "away" is one answer. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class PatienceScriptTest {
  private static final String REFUSED = "dial tcp 10.0.0.1:6443: connect: connection refused";
  private static final String NO_ROLES =
      "Error from server (Forbidden): nodes is forbidden: User \"kubernetes-admin\" cannot list"
          + " resource \"nodes\" in API group \"\" at the cluster scope";

  private static final String STAND_INS =
      """
      PATH=$KW_ROOT/bin:$PATH
      sleep() { :; }
      """;

  /** A program of its own, since it is run by others, too. */
  private static final String KUBECTL =
      """
      #!/bin/bash
      cd "$(dirname "$0")/.."
      if [ -s away ]; then
        read -r said < away
        sed -i 1d away
        echo "$said" >&2
        exit 1
      fi
      case "$*" in
        'apply -f '*) cp "${!#}" applied ;;
        *'get pods'*) echo 'n1 10.244.0.5' ;;
        *'get configmap kube-flannel-cfg'*) echo '{"Backend": {"Type": "vxlan"}}' ;;
      esac
      """;

  private static final Map<String, String> TRAFFIC =
      Map.of("CLUSTER", "demo", "NODES", "n1", "IMAGE", "pause:3");

  @TempDir Path root;
  @TempDir Path work;
  private ScriptRoot host;

  @BeforeEach
  void makeHost() {
    host = new ScriptRoot(root, work, STAND_INS);
    host.program("kubectl", KUBECTL);
  }

  @Test
  void oneThatHasJustBegunIsWaitedForAndGetsTheWholeObject() throws Exception {
    host.put("away", REFUSED + "\n" + REFUSED + "\n" + NO_ROLES + "\n");
    assertThat(host.run("traffic-begin.sh", TRAFFIC))
        .filteredOn(speech -> !(speech instanceof HostSpeech.SaidBefore))
        .containsExactly(
            waiting(REFUSED),
            waiting(REFUSED),
            waiting(NO_ROLES),
            new SaidValue("traffic-pods", Secret.of("n1 10.244.0.5")),
            new SaidChanged());
    assertThat(Files.readString(root.resolve("applied")))
        .startsWith("apiVersion: apps/v1\n")
        .contains("image: \"pause:3\"");
  }

  @Test
  void aNetworkIsNotTakenForTheRightOneBecauseNobodyAnswers() throws Exception {
    host.put("etc/kubernetes/admin.conf", "");
    host.put("away", REFUSED + "\n");
    assertThat(host.run("network-agrees.sh", Map.of("BACKEND", "host-gw")))
        .containsExactly(
            waiting(REFUSED),
            new SaidFailed("install.networkDiffers", List.of("vxlan", "host-gw")));
  }

  @Test
  void thoseWhoOnlyAskKnowTheSameSigns() throws Exception {
    assertThat(signs("asking.sh")).containsExactlyElementsOf(signs("prelude.sh"));
  }

  @Test
  void whatItRefusesForAnotherReasonIsToldAtOnce() throws Exception {
    host.put("away", "Error from server (Forbidden): quota exceeded\n");
    assertThat(host.run("traffic-begin.sh", TRAFFIC))
        .endsWith(
            new SaidFailed(
                "install.trafficPods", List.of("Error from server (Forbidden): quota exceeded")));
  }

  @Test
  void oneThatStaysAwayIsGivenUp() throws Exception {
    host = new ScriptRoot(root, work, STAND_INS + "sleep() { SECONDS=$((SECONDS + 100)); }\n");
    host.put("away", (REFUSED + "\n").repeat(9));
    assertThat(host.run("traffic-begin.sh", TRAFFIC))
        .endsWith(
            waiting(REFUSED),
            waiting(REFUSED),
            new SaidFailed("install.trafficPods", List.of(REFUSED)));
  }

  @Test
  void aScriptThatDiesAfterItToldWhatItWaitsForSaysThatItFailed() throws Exception {
    var script =
        Files.writeString(work.resolve("dies.sh"), "kw_tell install.waiting.api x\nfalse\n");
    assertThat(new ScriptRoot(root, work, "").run(script, Map.of(), false))
        .containsExactly(
            new SaidWaiting(Message.of("install.waiting.api", "x")),
            new SaidFailed("host.scriptFailed", List.of("test/dies", "1", "2", "false")));
  }

  /** The quoted signs of a line that is away, as the script lists them. */
  private static List<String> signs(String script) throws IOException {
    try (var lines = Files.lines(Path.of("installer-assets/scripts", script))) {
      return lines
          .filter(line -> line.contains("*'connection refused'*"))
          .flatMap(line -> Pattern.compile("\\*'([a-zA-Z/: ]+)'\\*").matcher(line).results())
          .map(found -> found.group(1))
          .toList();
    }
  }

  private static HostSpeech waiting(String said) {
    return new SaidWaiting(Message.of("install.waiting.api", said));
  }
}
