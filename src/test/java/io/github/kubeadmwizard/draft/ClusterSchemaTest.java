package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors and the reader say the same, as far as a schema can. */
final class ClusterSchemaTest {
  /** Mistakes that only show when values are compared or computed with. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "cluster.sameFamily.what",
          "cluster.families.what",
          "cluster.hostInside.what",
          "cluster.podRoom.what",
          "cluster.serviceRoom.what",
          "cluster.overlap.what",
          "cluster.twice.what",
          "cluster.rook.twice",
          "cluster.rook.copies",
          "cluster.noSuchHost.what",
          "bits beyond the prefix",
          "inside a tree that kubeadm's own rules describe");

  private final ClusterFile files = ClusterFile.ofThisProgram();
  private final ClusterSchema schema = new ClusterSchema();

  @Test
  void knowsTheSameKeysAsTheReader() {
    assertThat(schema.keys().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(files.keys());
  }

  @Test
  void describesEveryKey() {
    assertThat(schema.keys())
        .filteredOn(key -> key.getValue().path("description").asText().length() < 5)
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void knowsTheSupportedKubernetesMinors() {
    for (int minor = 20; minor < 60; minor++) {
      var version = new KubernetesVersion(1, minor, OptionalInt.empty());
      var file = "kubernetes: \"" + version + "\"\nhosts: [{address: a, roles: [control-plane]}]\n";
      assertThat(schema.complaints(file).isEmpty())
          .as(file)
          .isEqualTo(ClusterFile.minorsOfThisProgram().supports(version));
    }
  }

  @Test
  void takesWhatTheReaderTakes() throws IOException {
    assertThat(schema.complaints(Files.readString(Path.of("docs/cluster.example.yaml")))).isEmpty();
    for (int seed = 0; seed < 200; seed++) {
      var text = files.write(new AnyCluster(seed).spec());
      assertThat(schema.complaints(text)).as(text).isEmpty();
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.concat(FileProblemsTest.oneMistake(), FileProblemsTest.oneMistakeInAHost())
        .map(Arguments::get)
        .map(a -> Arguments.of(a[0], beyond((String) a[3], (String) a[4], (String) a[5])));
  }

  private static boolean beyond(String path, String what, String meant) {
    boolean bits = path.equals("network.podCIDR") && meant.equals("10.244.0.0/16");
    boolean tree = path.startsWith("kubeadm.initConfiguration.");
    return BEYOND_A_SCHEMA.contains(what) || bits || tree;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesWhatTheReaderRefuses(String text, boolean beyond) {
    assertThat(files.read("cluster.yaml", text)).isInstanceOf(ClusterFileResult.Refused.class);
    if (beyond) {
      assertThat(schema.complaints(text)).as("a schema can say it after all").isEmpty();
    } else {
      assertThat(schema.complaints(text)).isNotEmpty();
    }
  }
}
