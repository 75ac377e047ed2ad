package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.engine.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleFitsTest {
  @TempDir Path directory;
  private final TestCluster cluster = TestCluster.ofThree();

  private TestCluster with(String kubernetes, String target) throws IOException {
    Files.writeString(directory.resolve("key"), "a key");
    Files.writeString(
        directory.resolve("bundle.json"),
        """
        {"format": 1, "kubernetes": "%s", "programs": [], "images": [],
         "packages": [{"target": "%s", "packages": [], "assumed": [], "repositories": [
           {"folder": "apt", "suite": "/", "components": [], "key": "key",
            "files": [{"path": "key", "bytes": 5, "sha256": "%s"}]}]}]}
        """
            .formatted(kubernetes, target, "a".repeat(64)));
    return cluster.packages(PackagesSpec.DEFAULT.from(Optional.of(directory.toString())));
  }

  @Test
  void aBundleOfTheVersionAndOfTheKindOfMachineFits() throws IOException {
    assertThat(with("1.36.4", "debian-13/amd64").cell("Bundle", "n1")).isEqualTo("PASSED 1.36.4");
    assertThat(cluster.version("1.36.4").cell("Bundle", "n1")).isEqualTo("PASSED 1.36.4");
  }

  @Test
  void anotherVersionOrKindIsRefused() throws IOException {
    assertThat(with("1.37.1", "debian-13/amd64").cell("Bundle", "n1")).isEqualTo("BLOCKS 1.37.1");
    assertThat(with("1.36.4", "debian-13/arm64").cell("Bundle", "n1")).isEqualTo("BLOCKS 1.36.4");
    assertThat(with("1.36.4", "debian-13/amd64").version("1.36.5").cell("Bundle", "n1"))
        .isEqualTo("BLOCKS 1.36.4");
  }

  @Test
  void whatIsNoBundleOrLacksAFileIsRefused() throws IOException {
    with("1.36.4", "debian-13/amd64");
    Files.delete(directory.resolve("key"));
    assertThat(cluster.cell("Bundle", "n1")).isEqualTo("BLOCKS 1.36.4");
    Files.writeString(directory.resolve("bundle.json"), "{}");
    assertThat(cluster.cell("Bundle", "n1")).isEqualTo("BLOCKS none");
  }

  @Test
  void withABundleNothingIsTriedToReach() throws IOException {
    assertThat(
            Probes.targets(
                with("1.36.4", "debian-13/amd64").spec(), new HostName("n1"), GoodFacts.of(1)))
        .isEmpty();
  }
}
