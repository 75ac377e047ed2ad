package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Nothing that kubeadm's preflight would stop at comes as a surprise. */
final class KubeadmIdentifiersTest {
  private static final String LIST = "/check/kubeadm-1.36.4-identifiers.txt";

  private record Identifier(String name, boolean canStop, String key) {}

  @Test
  void everyIdentifierThatCanStopKubeadmIsCoveredByACheckOfOurs() throws IOException {
    var keys = Checks.all().stream().map(Check::key).toList();
    assertThat(identifiers()).filteredOn(Identifier::canStop).isNotEmpty();
    assertThat(identifiers()).filteredOn(identifier -> !keys.contains(identifier.key())).isEmpty();
  }

  /** Ours alone: a version 1 of cgroups has a name of its own, images are tried at the registry. */
  @Test
  void aCheckThatAsksWhatKubeadmAsksHasKubeadmsName() throws IOException {
    for (Identifier identifier : identifiers()) {
      var check = Checks.all().stream().filter(c -> c.key().equals(identifier.key())).findFirst();
      if (!List.of("CgroupV1", "Registry").contains(identifier.key())) {
        assertThat(check.orElseThrow().id()).isEqualTo(identifier.name());
      }
    }
  }

  @Test
  void whatTheUserOverridesIsPassedToKubeadmByItsOwnName() throws IOException {
    for (Identifier identifier : identifiers()) {
      var report = TestCluster.ofThree().override(identifier.name()).look();
      assertThat(report.ignorePreflightErrors()).containsExactly(identifier.name());
    }
  }

  private static List<Identifier> identifiers() throws IOException {
    try (var stream = KubeadmIdentifiersTest.class.getResourceAsStream(LIST)) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .map(words -> new Identifier(words[0], words[1].equals("error"), words[2]))
          .toList();
    }
  }
}
