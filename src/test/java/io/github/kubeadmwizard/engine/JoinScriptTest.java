package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Joining, cut off and gone on with: kubeadm and kubectl are played, what they are asked is kept.
 */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class JoinScriptTest {
  private static final String BEGUN = "var/lib/kubeadm-wizard/join-demo.begun";
  private static final String DONE = "var/lib/kubeadm-wizard/join-demo.done";
  private static final String TOKEN = "abcdef.0123456789abcdef";
  private static final String HASH = "sha256:" + "a".repeat(64);
  private static final SaidFailed NODE_EXISTS = new SaidFailed("install.nodeExists", List.of("w1"));

  private static final String STAND_INS =
      """
      PATH=$KW_ROOT/bin:$PATH
      kubeadm() {
        printf '%s\\n' "$1 $2" >> "$KW_ROOT/asked"
        case "$1" in
          token) printf 'kubeadm join x:6443 --token TOKEN --discovery-token-ca-cert-hash HASH\\n' ;;
          init) printf 'a\\nkey-of-certificates\\n' ;;
          join)
            cat > "$KW_ROOT/joined"
            printf '%s\\n' "$*" > "$KW_ROOT/joined-by"
            [ ! -f "$KW_ROOT/then" ] || cp "$KW_ROOT/then" "$KW_ROOT/nodes"
            [ ! -f "$KW_ROOT/refusal" ] || { cat "$KW_ROOT/refusal" && return 1; }
            ;;
        esac
      }
      """
          .replace("TOKEN", TOKEN)
          .replace("HASH", HASH);

  /** A program of its own, since it is run by others, too. */
  private static final String KUBECTL =
      """
      #!/bin/bash
      cd "$(dirname "$0")/.."
      if [ -s away ]; then
        sed -i 1d away
        echo 'The connection to the server x:6443 was refused - did you specify the right host or port?' >&2
        exit 1
      fi
      case "$*" in
        *'get nodes '*) cat nodes ;;
        *"get node w1 "*)
          while IFS= read -r line; do
            [ "${line%%=*}" != w1 ] || { printf '%s' "${line#*=}" && exit 0; }
          done < nodes
          exit 1
          ;;
      esac
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() throws Exception {
    host = new ScriptRoot(root, work, STAND_INS);
    host.program("kubectl", KUBECTL);
    host.put("etc/machine-id", "11111111\n");
    Files.createDirectories(root.resolve("var/lib/kubeadm-wizard"));
    Files.createDirectories(root.resolve("etc/kubernetes"));
    nodes("m1=99999999=True");
  }

  private void nodes(String... lines) {
    host.put("nodes", String.join("\n", lines) + "\n");
  }

  /** As a power cut leaves it: the kubelet has its certificate, kubeadm was not done. */
  private void cutOff() {
    host.put(BEGUN, "");
    host.put("etc/kubernetes/kubelet.conf", "certificate");
    host.put("etc/kubernetes/bootstrap-kubelet.conf", "token");
    host.put("var/lib/kubelet/config.yaml", "kind: KubeletConfiguration");
    host.put("var/lib/kubelet/kubeadm-flags.env", "KUBELET_KUBEADM_ARGS=");
  }

  private Map<String, String> credentials(List<HostSpeech> said) {
    return said.stream()
        .filter(SaidValue.class::isInstance)
        .map(SaidValue.class::cast)
        .collect(
            Collectors.toMap(
                SaidValue::name, value -> value.value().reveal(), (_, later) -> later));
  }

  private List<HostSpeech> handOut() throws Exception {
    return host.run(
        "join-credentials.sh",
        Map.of("NODES", "m2\nw1", "CONTROL_PLANES", "m2", "CLUSTER", "demo"));
  }

  private HostSpeech join(String role, boolean look) throws Exception {
    var given = credentials(handOut());
    Files.deleteIfExists(root.resolve("asked"));
    var vars = new TreeMap<String, String>();
    vars.putAll(Map.of("JOIN", "token: <join-token>\n", "CLUSTER", "demo", "NAME", "w1"));
    vars.putAll(Map.of("ROLE", role, "JOINED", given.get("joined-nodes")));
    vars.putAll(Map.of("TOKEN", given.get("join-token"), "CA_HASH", given.get("ca-hash")));
    vars.put("CERTIFICATE_KEY", "");
    var said = look ? host.look("kubeadm-join.sh", vars) : host.run("kubeadm-join.sh", vars);
    return said.getLast();
  }

  private HostSpeech join() throws Exception {
    return join("worker", false);
  }

  @Test
  void anApiServerThatIsAwayForAMomentIsWaitedFor() throws Exception {
    host.put("away", "once\n");
    var said = handOut();
    assertThat(said)
        .contains(
            new HostSpeech.SaidWaiting(
                Message.of(
                    "install.waiting.api",
                    "The connection to the server x:6443 was refused - did you specify the right"
                        + " host or port?")));
    assertThat(credentials(said)).containsEntry("join-token", TOKEN);
  }

  @Test
  void onlyWhoIsReadyNeedsNoToken() throws Exception {
    nodes("m1=9=True", "m2=8=True", "w1=11111111=True");
    var nobody = handOut();
    assertThat(nobody.getLast()).isEqualTo(new SaidUnchanged());
    assertThat(credentials(nobody))
        .containsEntry("join-token", "")
        .containsEntry("joined-nodes", "m1=9=True m2=8=True w1=11111111=True");

    nodes("m1=9=True", "m2=8=True", "w1=11111111=Unknown");
    var worker = handOut();
    assertThat(worker.getLast()).isEqualTo(new SaidChanged());
    assertThat(credentials(worker))
        .containsEntry("join-token", TOKEN)
        .containsEntry("ca-hash", HASH)
        .containsEntry("certificate-key", "");

    nodes("m1=9=True", "m2=8=False", "w1=11111111=True");
    assertThat(credentials(handOut())).containsEntry("certificate-key", "key-of-certificates");
  }

  @Test
  void aNewHostJoinsOnce() throws Exception {
    assertThat(join("worker", true)).isEqualTo(new SaidWouldChange());
    assertThat(join()).isEqualTo(new SaidChanged());
    assertThat(host.text("joined")).isEqualTo("token: " + TOKEN + "\n");
    assertThat(host.text("joined-by")).isEqualTo("join --config /dev/stdin\n");
    assertThat(root.resolve(DONE)).exists();
    host.put("etc/kubernetes/kubelet.conf", "certificate");
    assertThat(join()).isEqualTo(new SaidUnchanged());
    assertThat(root.resolve("asked")).doesNotExist();
  }

  @Test
  void aWorkerThatWasCutOffAndIsNotReadyJoinsAgainOverWhatIsThere() throws Exception {
    cutOff();
    host.put("etc/kubernetes/pki/ca.crt", "");
    nodes("m1=9=True", "m2=8=True", "w1=11111111=Unknown");
    assertThat(join()).isEqualTo(new SaidChanged());
    assertThat(host.text("asked")).isEqualTo("join --config\n");
    assertThat(host.text("joined-by"))
        .contains("FileAvailable--etc-kubernetes-kubelet.conf", "Port-10250");
    assertThat(root.resolve("etc/kubernetes/pki/ca.crt"))
        .as("kubeadm would keep an empty one")
        .doesNotExist();
    assertThat(root.resolve("etc/kubernetes/kubelet.conf")).exists();
    assertThat(root.resolve(DONE)).exists();
  }

  @Test
  void aWorkerThatCameUpByItselfIsFinishedWithoutKubeadm() throws Exception {
    cutOff();
    nodes("m1=9=True", "m2=8=True", "w1=11111111=True");
    assertThat(join("worker", true)).isEqualTo(new SaidWouldChange());
    assertThat(root.resolve(DONE)).doesNotExist();
    assertThat(join()).isEqualTo(new SaidChanged());
    assertThat(root.resolve("asked")).doesNotExist();
    assertThat(root.resolve("etc/kubernetes/bootstrap-kubelet.conf")).doesNotExist();
    assertThat(join()).isEqualTo(new SaidUnchanged());
  }

  @Test
  void itMayBecomeReadyWhileKubeadmBegins() throws Exception {
    cutOff();
    nodes("m1=9=True", "m2=8=True", "w1=11111111=False");
    host.put("then", "w1=11111111=True\n");
    host.put(
        "refusal",
        "error execution phase kubelet-start: a Node with name \"w1\" and status \"Ready\" already"
            + " exists in the cluster. You must delete it\n");
    assertThat(join()).isEqualTo(new SaidChanged());
    assertThat(host.text("asked")).isEqualTo("join --config\n");
  }

  @Test
  void theNodeOfAnotherMachineIsLeftAlone() throws Exception {
    for (String state : List.of("True", "False", "Unknown", "")) {
      nodes("m1=9=True", "m2=8=True", "w1=22222222=" + state);
      assertThat(join()).as("a new host, %s", state).isEqualTo(NODE_EXISTS);
      host.put(BEGUN, "");
      assertThat(join()).as("begun, %s", state).isEqualTo(NODE_EXISTS);
      cutOff();
      assertThat(join()).as("with credentials, %s", state).isEqualTo(NODE_EXISTS);
      for (String file : List.of(BEGUN, "etc/kubernetes/kubelet.conf")) {
        Files.delete(root.resolve(file));
      }
    }
    assertThat(root.resolve("joined")).doesNotExist();
  }

  @Test
  void aHostThatKnowsNoMachineIdIsNobody() throws Exception {
    cutOff();
    host.put("etc/machine-id", "");
    nodes("w1==True");
    assertThat(join()).isEqualTo(NODE_EXISTS);
  }

  @Test
  void whatWeDidNotBeginIsNotOurs() throws Exception {
    nodes("m1=9=True", "m2=8=True", "w1=11111111=False");
    assertThat(join()).isEqualTo(NODE_EXISTS);
    host.put("etc/kubernetes/kubelet.conf", "certificate");
    assertThat(join())
        .isEqualTo(new SaidFailed("install.foreignCluster", List.of("/etc/kubernetes")));
  }

  @Test
  void aReadyNodeThatIsNotWholeIsToldAndNotReset() throws Exception {
    cutOff();
    nodes("m1=9=True", "m2=8=True", "w1=11111111=True");
    var half = new SaidFailed("install.joinHalf", List.of("w1"));
    assertThat(join("control-plane", false)).isEqualTo(half);
    host.put("var/lib/kubelet/kubeadm-flags.env", "");
    assertThat(join()).isEqualTo(half);
    assertThat(root.resolve("asked")).doesNotExist();
    assertThat(root.resolve(DONE)).doesNotExist();
  }
}
