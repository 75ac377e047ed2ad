package io.github.kubeadmwizard.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.practice.PracticeCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final ClusterSpec SPEC =
      PracticeCluster.installable(KubernetesVersion.parse("1.36"));

  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - cluster:
          certificate-authority-data: Y2E=
          server: https://practice.kubeadm-wizard.internal:6443
        name: practice
      contexts:
      - context: {cluster: practice, user: anna}
        name: anna@practice
      current-context: anna@practice
      users:
      - name: anna
        user:
          client-certificate-data: bm8gY2VydGlmaWNhdGU=
          client-key-data: a2V5
      """;

  private static AccessWish anna(Optional<String> namespace) {
    return new AccessWish("anna", List.of(), "edit", namespace, AccessWish.USUAL);
  }

  @Test
  void bindingsAndKeptNamesAreReadAndNamesThatAreFreeAgainLeftOut() {
    var list =
        JsonTree.of(
            """
            {"kind":"List","items":[
             {"kind":"ClusterRoleBinding","metadata":{"name":"kubeadm-wizard:berta:view",
               "labels":{"kubeadm-wizard/access":"berta"},
               "annotations":{"kubeadm-wizard/ends":"2026-11-23T09:00:00Z",
                "kubeadm-wizard/groups":"dev,ops"}},
              "roleRef":{"name":"view"}},
             {"kind":"RoleBinding","metadata":{"name":"x","namespace":"web",
               "labels":{"kubeadm-wizard/access":"anna"}},"roleRef":{"name":"edit"}},
             {"kind":"ConfigMap","data":{"carl":"2026-11-22T09:00:01Z","dora":"2026-11-22T09:00:00Z",
              "emil":"soon"}}]}
            """);
    assertThat(Access.of(list, NOW))
        .isEqualTo(
            new Access(
                List.of(
                    new Access.Grant(
                        "anna", "edit", Optional.of("web"), List.of(), Optional.empty()),
                    new Access.Grant(
                        "berta",
                        "view",
                        Optional.empty(),
                        List.of("dev", "ops"),
                        Optional.of(Instant.parse("2026-11-23T09:00:00Z")))),
                new TreeMap<>(Map.of("carl", Instant.parse("2026-11-22T09:00:01Z")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna", "anna@example.org", "system:admin", "-anna", "", "anna "})
  void aNameThatCannotBePartOfObjectsIsRefused(String name) {
    assertThat(AccessWish.wrongPerson(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"system:masters", "kubeadm:cluster-admins", "", "a b"})
  void groupsThatAreTheClustersOwnAreRefused(String group) {
    assertThat(AccessWish.wrongGroup(group)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new AccessWish("anna", List.of(group), "view", Optional.empty(), AccessWish.USUAL));
  }

  @Test
  void aLifetimeIsANumberAndAUnitWithinBounds() {
    assertThat(AccessWish.lifetime("90m").map(Lifetime::duration)).contains(Duration.ofMinutes(90));
    assertThat(AccessWish.lifetime("7d").map(Lifetime::duration)).contains(Duration.ofDays(7));
    assertThat(List.of("9m", "366d", "8761h", "0h", "1y", "24", "1h30m"))
        .allSatisfy(text -> assertThat(AccessWish.lifetime(text)).isEmpty());
  }

  @Test
  void aPersonsKubeconfigGoesToAnAddressThatIsReachedFromOutsideAndIntoHerNamespace()
      throws Exception {
    var config = Kubeconfig.of(KUBECONFIG, SPEC, anna(Optional.of("web")));
    assertThat(config.yaml())
        .isEqualTo(
            """
            apiVersion: v1
            kind: Config
            clusters:
              - name: practice
                cluster:
                  certificate-authority-data: Y2E=
                  server: https://192.0.2.11:6443
                  tls-server-name: practice.kubeadm-wizard.internal
            users:
              - name: practice-anna
                user:
                  client-certificate-data: bm8gY2VydGlmaWNhdGU=
                  client-key-data: a2V5
            contexts:
              - name: practice
                context:
                  cluster: practice
                  user: practice-anna
                  namespace: web
            current-context: practice
            """);
    assertThat(config.ends()).as("no certificate in it").isEmpty();
  }
}
