package io.github.kubeadmwizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"disk", "example.org/disk", "a_b.c-d", "node-role.kubernetes.io/x", "A"})
  void takesKeysOfLabels(String key) {
    assertThat(KubernetesNames.isQualifiedName(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/", "/a", "a b", "-a", "a-", "Example.org/a", "a/b/c", "é"})
  void refusesOtherKeys(String key) {
    assertThat(KubernetesNames.isQualifiedName(key)).isFalse();
    assertThat(KubernetesNames.isQualifiedName("x".repeat(64))).isFalse();
  }

  @Test
  void aDnsNameIsMadeOfLabels() {
    assertThat(KubernetesNames.isDnsSubdomain("n1.example.org")).isTrue();
    assertThat(KubernetesNames.isDnsSubdomain("n1..org")).isFalse();
    assertThat(KubernetesNames.isDnsSubdomain("N1")).isFalse();
    assertThat(KubernetesNames.isDnsSubdomain("")).isFalse();
    assertThat(KubernetesNames.isDnsSubdomain("a.".repeat(127) + "a")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "netwrok, network", // two letters in the wrong order
    "pod_cidr, podCIDR",
    "adress, address",
    "rols, roles",
    "roless, roles",
    "zzz, ''"
  })
  void findsWhatWasMeant(String written, String meant) {
    var known = List.of("network", "podCIDR", "address", "roles", "name");
    assertThat(Nearest.to(written, known).orElse("")).isEqualTo(meant);
  }
}
