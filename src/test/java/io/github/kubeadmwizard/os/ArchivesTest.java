package io.github.kubeadmwizard.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.os.Archives.RpmArchive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArchivesTest {
  private static final List<String> ROCKY =
      List.of("$releasever/BaseOS/$basearch/os", "$releasever/AppStream/$basearch/os");

  @Test
  void aTreeOrSeveralRepositoriesCanBeNamed() {
    assertThat(Archives.rpmAt("http://m/rocky", "rocky", "9.6"))
        .containsExactly(new RpmArchive("http://m/rocky", false, ROCKY));
    assertThat(Archives.rpmAt("http://m/a, http://m/b", "rocky", "9.6"))
        .extracting(RpmArchive::address)
        .containsExactly("http://m/a", "http://m/b");
    assertThat(Archives.rpmAt("http://m/debian", "debian", "13")).isEmpty();
    assertThat(Archives.at("http://m/rocky", "rocky", "9.6")).isEmpty();
  }

  @Test
  void aHostsOwnRepositoriesAreItsDistributions() {
    String us = "\u001f";
    String facts =
        String.join(
            "\n",
            us + "kernel" + us + "hardware" + us + "aarch64",
            us + "file" + us + "/etc/os-release",
            "ID=rocky",
            "ID_LIKE=\"rhel centos fedora\"",
            "VERSION_ID=\"9.6\"",
            us + "file" + us + "/etc/yum.repos.d/all.repo",
            "[baseos]",
            "mirrorlist=https://m.example/list?arch=$basearch&repo=BaseOS-$releasever",
            "gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-Rocky-9",
            "[appstream]",
            "baseurl=http://m.example/$releasever/AppStream/$basearch/os/",
            "gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-Rocky-9",
            "[devel]",
            "baseurl=http://m.example/devel",
            "enabled=0",
            "gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-Rocky-9",
            "[docker-ce-stable]",
            "baseurl=https://download.docker.com/linux/centos/9/aarch64/stable",
            "");
    assertThat(Archives.rpmOf(FactsParser.parse(facts)))
        .containsExactly(
            new RpmArchive("https://m.example/list?arch=aarch64&repo=BaseOS-9", true, List.of()),
            new RpmArchive("http://m.example/9/AppStream/aarch64/os", false, List.of()));
  }

  @Test
  void machinesOfRpmDistributionsCanBeImagined() {
    var facts = ImaginedFacts.of("rocky", "9.6", "arm64").orElseThrow();
    assertThat(facts.packages().tool()).isEqualTo(PackageTool.DNF);
    assertThat(facts.os().versionId()).contains("9.6");
    assertThat(facts.machine().architecture()).contains("arm64");
    assertThat(Family.of(facts.os())).isEqualTo(Family.RHEL);
    assertThat(Family.of(ImaginedFacts.of("fedora", "43", "amd64").orElseThrow().os()))
        .isEqualTo(Family.RHEL);
    assertThat(ImaginedFacts.of("rocky", "8.10", "amd64")).isEqualTo(Optional.empty());
    assertThat(ImaginedFacts.known()).contains("debian-13", "rocky-9", "fedora-43");
  }
}
