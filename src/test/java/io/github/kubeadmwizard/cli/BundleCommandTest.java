package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of these tests fetches nothing, so that a bundle is made without any server. */
final class BundleCommandTest {
  @TempDir Path home;
  private Bench bench;
  private Path offline;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
    offline = home.resolve("offline");
    String file = Files.readString(bench.file());
    Files.writeString(bench.file(), file.replace("\"1.36\"", "1.36.4"));
  }

  private int made(String... more) {
    var args =
        new java.util.ArrayList<>(
            java.util.List.of("bundle", bench.file().toString(), "--output", offline.toString()));
    args.addAll(java.util.List.of(more));
    return bench.run(args.toArray(String[]::new));
  }

  private void damage() throws IOException {
    Path list = offline.resolve("bundle.json");
    Files.writeString(list, Files.readString(list) + "\n");
  }

  @Test
  void forMachinesThatAreNotThereNoHostIsAsked() {
    assertThat(made("--for", "debian-13/amd64,ubuntu-24.04/arm64")).isZero();
    assertThat(bench.err())
        .isEqualTo(
            """
            Collecting what is needed for: debian-13/amd64, ubuntu-24.04/arm64
            Kubernetes 1.36.4
            """);
    assertThat(bench.out())
        .isEqualTo(
            offline
                + ": 0 files, 0 MB, Kubernetes 1.36.4. Take the directory along, then:"
                + " kubeadm-wizard install --bundle DIR\n");
    assertThat(bench.run("bundle", "verify", offline.toString())).isZero();
    assertThat(bench.err()).endsWith("The bundle is whole: Kubernetes 1.36.4, 0 files.\n");
  }

  @Test
  void noBundleIsMadeForARuntimeThatTakesNoImagesFromFiles() throws IOException {
    Files.writeString(
        bench.file(),
        Files.readString(bench.file()).replaceFirst("(?m)^runtime:.*\\R", "")
            + "runtime: {name: cri-o}\n");
    assertThat(made("--for", "debian-13/amd64")).isEqualTo(2);
    assertThat(bench.err()).startsWith("CRI-O takes no images from files");
    assertThat(offline).doesNotExist();
  }

  @Test
  void aManifestThatNobodyPublishesIsNamed() throws IOException {
    Files.writeString(
        bench.file(), Files.readString(bench.file()) + "addons: {metricsServer: {}}\n");
    assertThat(made("--for", "debian-13/amd64")).isEqualTo(1);
    assertThat(bench.err()).contains("metrics-server-v0.9.0-rendered.yaml is not there.");
  }

  @Test
  void aDamagedBundleIsToldAndNothingIsInstalledFromIt() throws Exception {
    made("--for", "debian-13/amd64");
    damage();
    assertThat(bench.run("bundle", "verify", offline.toString())).isEqualTo(3);
    assertThat(bench.out()).startsWith("bundle.json: has the SHA-256 ");
    int end =
        bench.run("install", bench.file().toString(), "--yes", "--bundle", offline.toString());
    assertThat(end).isEqualTo(3);
    assertThat(bench.err())
        .contains("1 files are not as they were made.")
        .doesNotContain("Connect");
  }

  @Test
  void whatIsNoBundleIsSaid() {
    assertThat(bench.run("bundle", "verify", offline.toString())).isEqualTo(1);
    assertThat(bench.err()).contains(offline + " is no bundle.").contains("What to do:");
  }

  @Test
  void aKindThatIsNotKnownEndsWithTwoAndNamesThoseThatAre() {
    assertThat(made("--for", "solaris-11/sparc")).isEqualTo(2);
    assertThat(bench.err()).startsWith("solaris-11/sparc is not known.").contains("debian-13");
    assertThat(bench.run("bundle", bench.file().toString())).isEqualTo(2);
    assertThat(bench.err()).contains("--output DIR");
  }

  @Test
  void hostsThatDoNotSayWhatTheyAreAreNamed() {
    assertThat(made("--accept-new-host-keys")).isEqualTo(1);
    assertThat(bench.err()).contains("n1 does not say which distribution").contains("--for");
  }
}
