package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWaiting;
import io.github.kubeadmwizard.text.Message;
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

/** What belongs to others stays; kubectl is played, answer by answer. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class AddonScriptsTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      printf '%s\\n' "$*" >> "$KW_ROOT/asked"
      calls=0
      while read -r _; do calls=$((calls + 1)); done < "$KW_ROOT/asked"
      case " $* " in *' -f - '*) cat > "$KW_ROOT/given" ;; esac
      [ ! -e "$KW_ROOT/fails-$calls" ] || { cat "$KW_ROOT/fails-$calls"; exit 1; }
      [ ! -e "$KW_ROOT/says-$calls" ] || printf '%b' "$(cat "$KW_ROOT/says-$calls")"
      """;

  private static final String METRICS =
      "apiservices.apiregistration.k8s.io|.spec.service.namespace|monitoring|v1beta1.metrics.k8s.io";
  private static final String KINDS =
      "customresourcedefinitions|.metadata.labels.app\\.kubernetes\\.io/managed-by|us|a.b.c d.b.c";

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
    host.put("etc/kubernetes/admin.conf", "");
  }

  private void says(String... answers) {
    for (int i = 0; i < answers.length; i++) {
      host.put("says-" + (i + 1), answers[i]);
    }
  }

  private List<HostSpeech> claims() throws Exception {
    return host.run("addon-claims.sh", Map.of("NAME", "It", "CLAIMS", METRICS + "\n" + KINDS));
  }

  @Test
  void whatIsNotThereOrOursIsFree() throws Exception {
    says("", "a.b.c|us\\nd.b.c|us\\n");
    assertThat(claims()).containsExactly(new SaidUnchanged());
    assertThat(host.text("asked"))
        .contains(
            "get apiservices.apiregistration.k8s.io v1beta1.metrics.k8s.io --ignore-not-found"
                + " -o jsonpath={.metadata.name}|{.spec.service.namespace}{\"\\n\"}")
        .contains("get customresourcedefinitions a.b.c d.b.c --ignore-not-found")
        .contains("{range .items[*]}{.metadata.name}|");
  }

  @Test
  void anApiOfSomebodyElseIsNotTaken() throws Exception {
    says("v1beta1.metrics.k8s.io|kube-system\\n");
    assertThat(claims())
        .containsExactly(
            new SaidFailed(
                "install.apiTaken", List.of("It", "v1beta1.metrics.k8s.io", "kube-system")));
  }

  @Test
  void aKindOfSomebodyElseIsNotTaken() throws Exception {
    says("", "a.b.c|us\\nd.b.c|\\n");
    assertThat(claims())
        .containsExactly(
            new SaidFailed(
                "install.addonTaken",
                List.of(
                    "It",
                    "customresourcedefinitions/d.b.c",
                    ".metadata.labels.app.kubernetes.io/managed-by",
                    "us")));
  }

  private List<HostSpeech> remove() throws Exception {
    return host.run(
        "addon-remove.sh",
        Map.of(
            "NAME", "It",
            "MANIFEST", "kind: APIService\n",
            "IN_USE", "volumes|.spec.class|ours",
            "CLAIMS", METRICS));
  }

  @Test
  void removalLeavesWhatSomebodyElseHas() throws Exception {
    says("v1beta1.metrics.k8s.io|kube-system\\n");
    assertThat(remove()).containsExactly(new SaidUnchanged());
    assertThat(host.text("asked").lines()).hasSize(1);
  }

  @Test
  void removalTakesOurs() throws Exception {
    says("v1beta1.metrics.k8s.io|monitoring\\n", "", "apiservice/it\\n", "copy", "deleted");
    assertThat(remove()).last().isEqualTo(new SaidChanged());
    assertThat(host.text("asked")).contains("delete -f ");
  }

  @Test
  void theLedgerKeepsWhatWasTakenAwayButNoSecret() throws Exception {
    String list =
        """
        apiVersion: v1
        items:
        - apiVersion: v1
          data:
            password: aHVudGVyMg==
          kind: Secret
        - apiVersion: v1
          data:
            of: people
          kind: ConfigMap
        kind: List
        """;
    says("", "", "secret/it\nconfigmap/it\n", list.replace("\n", "\\n"), "deleted");
    assertThat(remove()).last().isEqualTo(new SaidChanged());
    assertThat(kept(".yaml"))
        .contains("of: people", "kind: List")
        .doesNotContain("Secret", "aHVudGVyMg");
    assertThat(kept(".names").lines()).containsExactly("secret/it", "configmap/it");
  }

  @Test
  void theLedgerKeepsWhatWasAppliedButNoSecret() throws Exception {
    says("");
    host.run(
        "apply-manifest.sh",
        Map.of(
            "KUBECONFIG_FILE",
            root.resolve("etc/kubernetes/admin.conf").toString(),
            "NAME",
            "it",
            "FORCE",
            "0",
            "MANIFEST",
            "kind: ConfigMap\ndata: {of: us}\n---\ndata: {p: aHVudGVyMg==}\nkind: Secret\n"));
    assertThat(kept(".manifest.yaml")).contains("of: us").doesNotContain("Secret", "aHVudGVyMg");
  }

  /** The one copy of this kind in the ledger. */
  private String kept(String ending) throws Exception {
    try (var files = Files.walk(root.resolve("var/lib/kubeadm-wizard/ledger"))) {
      Path one =
          files
              .filter(file -> file.toString().matches(".*/\\d{4}" + ending))
              .findFirst()
              .orElseThrow();
      return Files.readString(one);
    }
  }

  private List<HostSpeech> secret() throws Exception {
    return host.run(
        "generated-secret.sh", Map.of("NAMESPACE", "space", "NAME", "it", "KEY", "password"));
  }

  @Test
  void aSecretOfRandomLettersIsGivenToTheClusterAndSaidNowhere() throws Exception {
    var said = secret();
    assertThat(said).last().isEqualTo(new SaidChanged());
    assertThat(host.text("given"))
        .matches(
            "\\{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":\\{\"name\":\"it\"},"
                + "\"stringData\":\\{\"password\":\"[A-Za-z0-9]{32}\"}}");
    String letters = host.text("given").replaceFirst(".*password\":\"", "").replace("\"}}", "");
    assertThat(host.text("asked")).doesNotContain(letters);
    assertThat(said.toString()).doesNotContain(letters);
    assertThat(ScriptRoot.befores(said))
        .containsExactly("object {existed=false, kind=Secret, name=it, namespace=space}");
  }

  @Test
  void aSecretThatIsThereStays() throws Exception {
    says("secret/it\\n");
    assertThat(secret()).containsExactly(new SaidUnchanged());
  }

  @Test
  void aSecretIsTriedAgainUntilTheApiServerAnswers() throws Exception {
    host.put("fails-2", "The connection to the server was refused\n");
    assertThat(secret())
        .contains(
            new SaidWaiting(
                Message.of("install.waiting.api", "The connection to the server was refused")))
        .last()
        .isEqualTo(new SaidChanged());
    host.put("fails-5", "Error from server (Forbidden): no\n");
    assertThat(secret())
        .last()
        .isEqualTo(
            new SaidFailed(
                "install.secretNotMade", List.of("space/it", "Error from server (Forbidden): no")));
  }

  @Test
  void aStatefulSetIsAwaitedAsADeploymentIs() throws Exception {
    says("1|1||1|{\"app\":\"it\"}", "", "1|1|1|1|{\"app\":\"it\"}");
    assertThat(host.run("wait-addon.sh", Map.of("AWAITED", "statefulsets space it")))
        .containsExactly(
            new SaidWaiting(Message.of("install.waiting.addon", "it", "0", "1")),
            new SaidUnchanged());
    assertThat(host.text("asked")).contains("get statefulsets.apps it").contains("-l app=it ");
  }
}
