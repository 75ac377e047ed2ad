package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Os;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a host is asked to try. */
final class ProbesTest {
  private static final HostFacts DEBIAN = GoodFacts.of(1);
  private static final HostFacts ROCKY =
      DEBIAN.with(
          new Os(
              Optional.of("Linux"),
              Optional.of("rocky"),
              List.of("rhel", "centos", "fedora"),
              Optional.of("9.6"),
              Optional.empty(),
              Optional.empty()));

  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void theOfficialPlacesAreTriedWhereNothingElseIsNamed() {
    assertThat(Probes.wanted(cluster.spec(), DEBIAN))
        .extracting(WantedProbe::target)
        .containsExactly(
            "https://registry.k8s.io/v2/",
            "https://ghcr.io/v2/",
            "https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key",
            "https://download.docker.com/linux/debian/gpg");
  }

  @Test
  void theFileServerIsTriedAtItsPortAlsoWhereNothingIsFetched() {
    cluster.addons(new AddonSpec.Nfs("fd00::5", "/srv", false));
    assertThat(Probes.wanted(cluster.spec(), DEBIAN))
        .hasSize(5)
        .last()
        .isEqualTo(probe(WantedProbe.Kind.VOLUMES, "fd00::5", "[fd00::5]:2049"));
    cluster.addons(AddonSpec.Nfs.EMPTY);
    assertThat(Probes.wanted(cluster.spec(), DEBIAN)).hasSize(4);
  }

  @Test
  void aRedHatLikeSystemHasItsOwnFolders() {
    assertThat(Probes.wanted(cluster.version("1.37").spec(), ROCKY))
        .extracting(WantedProbe::target)
        .contains(
            "https://pkgs.k8s.io/core:/stable:/v1.37/rpm/repodata/repomd.xml.key",
            "https://download.docker.com/linux/rhel/gpg");
  }

  @Test
  void whereThereIsAMirrorTheMirrorIsWhatMustAnswer() {
    cluster
        .images(
            new ImagesSpec(
                "registry.k8s.io",
                new TreeMap<>(Map.of("registry.k8s.io", "http://10.88.0.1:5000/"))))
        .packages(
            new PackagesSpec(
                Optional.of("http://10.88.0.1/kubernetes/core:/stable:"),
                Optional.of("http://10.88.0.1/docker"),
                Optional.empty()));
    assertThat(Probes.wanted(cluster.spec(), DEBIAN))
        .filteredOn(wanted -> wanted.kind() != WantedProbe.Kind.IMAGE)
        .containsExactly(
            probe(WantedProbe.Kind.REGISTRY, "registry.k8s.io", "http://10.88.0.1:5000/v2/"),
            probe(WantedProbe.Kind.REGISTRY, "ghcr.io", "https://ghcr.io/v2/"),
            probe(
                WantedProbe.Kind.PACKAGES,
                "http://10.88.0.1/kubernetes/core:/stable:",
                "http://10.88.0.1/kubernetes/core:/stable:/v1.36/deb/Release.key"),
            probe(
                WantedProbe.Kind.PACKAGES,
                "http://10.88.0.1/docker",
                "http://10.88.0.1/docker/linux/debian/gpg"));
  }

  @Test
  void theHostsOwnSourcesAreTriedToo() {
    assertThat(Probes.targets(cluster.spec(), new HostName("n1"), GoodFacts.of(1))).hasSize(4);
  }

  @Test
  void ofProgramsThatComeAsFilesTheChecksumsAreTried() {
    var mirror = Optional.of("http://10.88.0.1/dl/");
    cluster
        .version("1.36.4")
        .packages(new PackagesSpec(Optional.empty(), Optional.empty(), mirror))
        .runtime(fromFiles());
    assertThat(packages())
        .containsExactly(
            "http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubeadm.sha256",
            "http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubelet.sha256",
            "http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubectl.sha256",
            "http://10.88.0.1/dl/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-amd64.tar.gz.sha256",
            "http://10.88.0.1/dl/containernetworking/plugins/releases/download/v1.9.1/cni-plugins-linux-amd64-v1.9.1.tgz.sha256",
            "http://10.88.0.1/dl/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz.sha256sum",
            "http://10.88.0.1/dl/opencontainers/runc/releases/download/v1.5.2/runc.sha256sum");
    cluster.version("1.36");
    assertThat(packages())
        .hasSize(5)
        .startsWith("http://10.88.0.1/dl/release/stable-1.36.txt")
        .doesNotContain("https://download.docker.com/linux/debian/gpg");
  }

  @Test
  void theRuntimeAloneMayComeAsFiles() {
    cluster.runtime(fromFiles());
    assertThat(packages())
        .containsExactly(
            "https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key",
            "https://github.com/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz.sha256sum",
            "https://github.com/opencontainers/runc/releases/download/v1.5.2/runc.sha256sum");
  }

  private List<String> packages() {
    return Probes.wanted(cluster.spec(), DEBIAN).stream()
        .filter(probe -> probe.kind() == WantedProbe.Kind.PACKAGES)
        .map(WantedProbe::target)
        .toList();
  }

  private static RuntimeSpec fromFiles() {
    var usual = RuntimeSpec.DEFAULT;
    return new RuntimeSpec(
        usual.name(),
        RuntimeSpec.Source.BINARIES,
        usual.version(),
        usual.cgroupDriver(),
        usual.socket());
  }

  private static WantedProbe probe(WantedProbe.Kind kind, String name, String target) {
    return new WantedProbe(kind, name, target);
  }
}
