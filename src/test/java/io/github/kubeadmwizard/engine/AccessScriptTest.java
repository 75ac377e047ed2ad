package io.github.kubeadmwizard.engine;

import static io.github.kubeadmwizard.engine.ScriptRoot.befores;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Letting a person in and out: kubeadm and kubectl are played, what they are asked is kept. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class AccessScriptTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      cd "$(dirname "$0")/.."
      if [ -s away ]; then
        sed -i 1d away
        echo 'dial tcp 10.0.0.1:6443: connect: connection refused' >&2
        exit 1
      fi
      printf '%s\\n' "$*" >> asked
      case "$*" in
        *'get clusterrole/'*) cat roles && [ ! -e no-role ] ;;
        *'get configmap kubeadm-wizard-access'*) cat used ;;
        *'get configmap kubeadm-config'*) cat config ;;
        *'get clusterrolebindings,rolebindings'*) cat bound ;;
        *'get ClusterRoleBinding'* | *'get RoleBinding'*) cat binding ;;
        *apply*) cat "${@: -1}" > applied && echo 'rolebinding serverside-applied' ;;
      esac
      """;
  private static final String STAND_INS =
      """
      PATH=$KW_ROOT/bin:$PATH
      kubeadm() {
        printf '%s\\n' "$*" > "$KW_ROOT/kubeadm-asked"
        cat "$4" > "$KW_ROOT/kubeadm-config"
        [ ! -e "$KW_ROOT/no-key" ] || { echo 'error: the CA key is away' >&2 && return 1; }
        printf 'apiVersion: v1\\nkind: Config\\nusers: THE-SECRET\\n'
      }
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() throws Exception {
    host = new ScriptRoot(root, work, STAND_INS);
    host.program("kubectl", KUBECTL);
    host.put("etc/kubernetes/admin.conf", "clusters:\n- cluster:\n    server: https://a:6443\n");
    host.put("config", "kind: ClusterConfiguration\ncontrolPlaneEndpoint: lab.internal:6443\n");
    for (String empty : List.of("roles", "used", "binding", "bound")) {
      host.put(empty, "");
    }
  }

  private static Map<String, String> anna() {
    return new TreeMap<>(
        Map.of(
            "PERSON", "anna",
            "MEMBER_OF", "dev\nops",
            "ROLE", "edit",
            "NAMESPACE", "web",
            "LASTS", "3600"));
  }

  private List<HostSpeech> give() throws Exception {
    return host.run("access-give.sh", anna());
  }

  @Test
  void aPersonGetsACertificateThatEndsAndARoleInOneNamespace() throws Exception {
    assertThat(host.look("access-give.sh", anna())).endsWith(new SaidWouldChange());
    assertThat(root.resolve("kubeadm-asked")).doesNotExist();

    var said = give();
    assertThat(said).endsWith(new SaidChanged());
    assertThat(host.text("kubeadm-asked"))
        .matches(
            "kubeconfig user --config \\S+ --client-name anna --validity-period 3600s"
                + " --org=dev --org=ops\n");
    assertThat(host.text("kubeadm-config")).endsWith("controlPlaneEndpoint: lab.internal:6443\n");
    assertThat(said)
        .filteredOn(SaidValue.class::isInstance)
        .singleElement()
        .satisfies(value -> {
          assertThat(((SaidValue) value).name()).isEqualTo("access-config");
          assertThat(((SaidValue) value).value().reveal()).endsWith("users: THE-SECRET");
        });
    assertThat(host.text("applied"))
        .contains("\"kind\":\"RoleBinding\"", "\"name\":\"kubeadm-wizard:anna:edit\"")
        .contains("\"namespace\":\"web\"", "\"kubeadm-wizard/access\":\"anna\"")
        .contains("\"kubeadm-wizard/groups\":\"dev,ops\"")
        .contains(
            "\"kind\":\"ClusterRole\",\"name\":\"edit\"", "\"kind\":\"User\",\"name\":\"anna\"");
    assertThat(befores(said))
        .containsExactly(
            "access {existed=false, name=kubeadm-wizard:anna:edit, namespace=web,"
                + " object=RoleBinding}");
  }

  @Test
  void theKubeconfigIsInNoFileOfTheHost() throws Exception {
    give();
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("THE-SECRET"));
    }
  }

  @Test
  void withoutAnEndpointTheServerIsThatOfTheAdministrator() throws Exception {
    host.put("config", "kind: ClusterConfiguration\n");
    give();
    assertThat(host.text("kubeadm-config")).endsWith("\ncontrolPlaneEndpoint: a:6443\n");
  }

  @Test
  void theBindingRemembersTheLatestEndOfAllItsCertificates() throws Exception {
    host.put("binding", "kubeadm-wizard:anna:edit 2999-01-01T00:00:00Z");
    give();
    assertThat(host.text("applied")).contains("\"kubeadm-wizard/ends\":\"2999-01-01T00:00:00Z\"");
    host.put("binding", "kubeadm-wizard:anna:edit 2020-01-01T00:00:00Z");
    give();
    assertThat(host.text("applied")).doesNotContain("2020-");
  }

  @Test
  void aNameWhoseCertificateMayStillBeUsedIsNotGivenAgain() throws Exception {
    host.put("used", "2999-01-01T00:00:00Z");
    assertThat(give())
        .endsWith(new SaidFailed("running.nameUsed", List.of("anna", "2999-01-01T00:00:00Z")));
    host.put("used", "2020-01-01T00:00:00Z");
    assertThat(give()).endsWith(new SaidChanged());
  }

  @Test
  void whatIsNotThereIsSaidBeforeAnythingIsMade() throws Exception {
    host.put("no-role", "");
    host.put("roles", "Error from server (NotFound): clusterroles.rbac \"edit\" not found\n");
    assertThat(give()).endsWith(new SaidFailed("running.noSuchRole", List.of("edit")));
    host.put("roles", "Error from server (NotFound): namespaces \"web\" not found\n");
    assertThat(give()).endsWith(new SaidFailed("running.noSuchNamespace", List.of("web")));
    assertThat(root.resolve("kubeadm-asked")).doesNotExist();
  }

  @Test
  void anApiServerThatGoesInTheMiddleIsWaitedFor() throws Exception {
    host.put("away", "once\n");
    host.put("bound", "ClusterRoleBinding kubeadm-wizard:anna:view - 2020-01-01T00:00:00Z\n");
    assertThat(host.run("access-take.sh", Map.of("PERSON", "anna"))).endsWith(new SaidChanged());
    host.put("away", "once\n");
    assertThat(give()).endsWith(new SaidChanged());
  }

  @Test
  void withoutTheKeyOfTheAuthorityNothingIsBound() throws Exception {
    host.put("no-key", "");
    assertThat(give())
        .endsWith(
            new SaidFailed("running.noClientConfig", List.of("anna", "error: the CA key is away")));
    assertThat(root.resolve("applied")).doesNotExist();
  }

  @Test
  void whatIsTakenAwayKeepsTheNameUntilTheLastCertificateEnds() throws Exception {
    host.put(
        "bound",
        """
        ClusterRoleBinding kubeadm-wizard:anna:view - 2998-01-01T00:00:00Z
        RoleBinding kubeadm-wizard:anna:edit web 2999-01-01T00:00:00Z
        """);
    var said = host.run("access-take.sh", Map.of("PERSON", "anna"));
    assertThat(said).endsWith(new SaidChanged());
    assertThat(host.text("applied")).contains("\"name\":\"kubeadm-wizard-access\"");
    assertThat(host.text("asked").lines().skip(2))
        .satisfiesExactly(
            make -> assertThat(make).contains(" apply --server-side "),
            keep ->
                assertThat(keep)
                    .endsWith(
                        "patch configmap kubeadm-wizard-access --type merge -p"
                            + " {\"data\":{\"anna\":\"2999-01-01T00:00:00Z\"}}"),
            one ->
                assertThat(one)
                    .endsWith(
                        "delete ClusterRoleBinding kubeadm-wizard:anna:view --ignore-not-found"),
            other ->
                assertThat(other)
                    .endsWith(
                        "--namespace web delete RoleBinding kubeadm-wizard:anna:edit"
                            + " --ignore-not-found"));
  }

  @Test
  void whoHasNothingLosesNothing() throws Exception {
    assertThat(host.run("access-take.sh", Map.of("PERSON", "anna"))).endsWith(new SaidUnchanged());
    host.put("bound", "ClusterRoleBinding kubeadm-wizard:anna:view - 2020-01-01T00:00:00Z\n");
    assertThat(host.run("access-take.sh", Map.of("PERSON", "anna"))).endsWith(new SaidChanged());
    assertThat(host.text("asked")).doesNotContain("patch");
  }
}
