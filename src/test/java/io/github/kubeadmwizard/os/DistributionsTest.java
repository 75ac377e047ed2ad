package io.github.kubeadmwizard.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Os;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.facts.RecordedFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DistributionsTest {
  private final Distributions table = new Distributions(asset(Distributions.ASSET));

  @Test
  void knowsWhatWasTested() {
    assertThat(table.of(RecordedFacts.facts("debian-13")))
        .isEqualTo(
            new Distribution(
                Family.DEBIAN,
                Support.TESTED,
                PackageTool.APT,
                Optional.of("linux/debian"),
                Optional.of("trixie")));
  }

  @Test
  void givesRockyTheCentosPackagesOfDocker() {
    assertThat(table.of(RecordedFacts.facts("rhel-9")))
        .isEqualTo(
            new Distribution(
                Family.RHEL,
                Support.EXPECTED,
                PackageTool.DNF,
                Optional.of("linux/centos"),
                Optional.empty()));
  }

  @Test
  void givesAnUnknownDescendantTheRepositoryOfItsParent() {
    var mint = os("linuxmint", "22", "ubuntu", "debian");
    assertThat(table.of(mint).dockerPath()).contains("linux/ubuntu");
    assertThat(table.of(mint).support()).isEqualTo(Support.UNKNOWN);
    assertThat(table.of(mint).family()).isEqualTo(Family.DEBIAN);
  }

  @Test
  void tellsVersionsApartThatBeginAlike() {
    assertThat(table.of(os("debian", "1")).support()).isEqualTo(Support.UNKNOWN);
    assertThat(table.of(os("rhel", "8.10", "fedora")).support()).isEqualTo(Support.TOO_OLD);
    assertThat(table.of(os("sles", "15.6", "suse")).dockerPath()).isEmpty();
  }

  @Test
  void namesPackagesByFamily() {
    var names = new PackageNames(asset(PackageNames.ASSET));
    assertThat(names.of("conntrack", Family.DEBIAN)).contains("conntrack");
    assertThat(names.of("conntrack", Family.RHEL)).contains("conntrack-tools");
    assertThat(names.of("conntrack", Family.OTHER)).isEmpty();
    assertThat(names.of("unheard-of", Family.DEBIAN)).isEmpty();
  }

  private static HostFacts os(String id, String version, String... like) {
    return HostFacts.unknown()
        .with(
            new Os(
                Optional.of("Linux"),
                Optional.of(id),
                List.of(like),
                Optional.of(version),
                Optional.empty(),
                Optional.empty()));
  }

  private static String asset(String name) {
    try {
      var root = Path.of(System.getProperty("project.directory", "."));
      return Files.readString(root.resolve("installer-assets").resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
