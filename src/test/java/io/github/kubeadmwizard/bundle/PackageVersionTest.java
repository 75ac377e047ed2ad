package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PackageVersionTest {
  @Test
  void versionsAreInTheOrderOfDebiansPolicy() {
    List<PackageVersion> inOrder =
        Stream.of(
                "0.9",
                "1.0~rc1-1",
                "1.0-1",
                "1.0-1+deb13u1",
                "1.0-2",
                "1.0a-1",
                "1.0+b-1",
                "1.2",
                "1.10",
                "1.36.4-1.1",
                "2.3.7-1~debian.12~bookworm",
                "2.3.7-1~debian.13~trixie",
                "1:0.1",
                "2:0")
            .map(PackageVersion::new)
            .toList();

    assertThat(inOrder).isSorted();
    assertThat(inOrder).doesNotHaveDuplicates();
    assertThat(new PackageVersion("1.00-1").compareTo(new PackageVersion("1.0-1"))).isZero();
  }

  @Test
  void aPrefixMeansWholeNumbers() {
    assertThat(PackageVersion.isMeant("1.36.4-1.1", "1.36.4")).isTrue();
    assertThat(PackageVersion.isMeant("1.36.40-1.1", "1.36.4")).isFalse();
    assertThat(PackageVersion.isMeant("5:2.3.7-1", "2.3.7")).isTrue();
    assertThat(PackageVersion.isMeant("5:2.3.7-1", "5:2.3")).isTrue();
    assertThat(PackageVersion.isMeant("2.3.7-1", "2.4")).isFalse();
  }
}
