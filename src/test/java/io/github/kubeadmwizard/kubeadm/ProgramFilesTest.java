package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which programs come as files, and from which address. */
final class ProgramFilesTest {
  private final ProgramFiles files = ProgramFiles.load();

  @Test
  void upstreamHasTwoPlaces() {
    var spec = cluster(Optional.of("https://dl.k8s.io"), RuntimeSpec.Source.BINARIES);
    assertThat(urls(spec, "amd64"))
        .containsExactly(
            "https://dl.k8s.io/release/v1.36.4/bin/linux/amd64/kubeadm",
            "https://dl.k8s.io/release/v1.36.4/bin/linux/amd64/kubelet",
            "https://dl.k8s.io/release/v1.36.4/bin/linux/amd64/kubectl",
            "https://github.com/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-amd64.tar.gz",
            "https://github.com/containernetworking/plugins/releases/download/v1.9.1/cni-plugins-linux-amd64-v1.9.1.tgz",
            "https://github.com/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz",
            "https://github.com/opencontainers/runc/releases/download/v1.5.2/runc.amd64");
  }

  @Test
  void aMirrorHasAllOfItBelowOneAddress() {
    var spec = cluster(Optional.of("https://dl.example.lan/k8s//"), RuntimeSpec.Source.BINARIES);
    assertThat(files.wanted(spec, "arm64"))
        .contains(
            new ProgramFile(
                "kubelet",
                "1.36.4",
                "https://dl.example.lan/k8s/release/v1.36.4/bin/linux/arm64/kubelet",
                "@https://dl.example.lan/k8s/release/v1.36.4/bin/linux/arm64/kubelet.sha256",
                "/usr/local/bin/kubelet",
                ""),
            new ProgramFile(
                "crictl",
                "1.36.0",
                "https://dl.example.lan/k8s/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-arm64.tar.gz",
                "@https://dl.example.lan/k8s/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-arm64.tar.gz.sha256",
                "/usr/local/bin/crictl",
                "crictl"),
            new ProgramFile(
                "runc",
                "1.5.2",
                "https://dl.example.lan/k8s/opencontainers/runc/releases/download/v1.5.2/runc.arm64",
                "@https://dl.example.lan/k8s/opencontainers/runc/releases/download/v1.5.2/runc.sha256sum",
                "/usr/local/sbin/runc",
                ""))
        .allSatisfy(file -> assertThat(file.url()).startsWith("https://dl.example.lan/k8s/"));
  }

  @Test
  void helmHasAPlaceOfItsOwnUnlessAMirrorHasAll() {
    var usual = cluster(Optional.empty(), RuntimeSpec.Source.DISTRIBUTION);
    assertThat(files.helm(usual, "arm64"))
        .isEqualTo(
            new ProgramFile(
                "helm",
                "4.2.4",
                "https://get.helm.sh/helm-v4.2.4-linux-arm64.tar.gz",
                "@https://get.helm.sh/helm-v4.2.4-linux-arm64.tar.gz.sha256sum",
                "/usr/local/bin/helm",
                "linux-arm64/helm"));
    var mirror = cluster(Optional.of("https://dl.example.lan"), RuntimeSpec.Source.DISTRIBUTION);
    assertThat(files.helm(mirror, "amd64").url())
        .isEqualTo("https://dl.example.lan/helm-v4.2.4-linux-amd64.tar.gz");
  }

  @Test
  void theRuntimeAndKubernetesAreChosenApart() {
    var kubernetes =
        cluster(Optional.of("https://dl.example.lan"), RuntimeSpec.Source.DISTRIBUTION);
    assertThat(files.wanted(kubernetes, "amd64"))
        .extracting(ProgramFile::name)
        .containsExactly("kubeadm", "kubelet", "kubectl", "crictl", "cni-plugins");
    var runtime = cluster(Optional.empty(), RuntimeSpec.Source.BINARIES);
    assertThat(urls(runtime, "amd64"))
        .hasSize(2)
        .allSatisfy(url -> assertThat(url).startsWith("https://github.com/"));
    assertThat(files.wanted(cluster(Optional.empty(), RuntimeSpec.Source.DISTRIBUTION), "amd64"))
        .isEmpty();
  }

  @Test
  void theVersionOfContainerdMayBeSaid() {
    var runtime =
        new RuntimeSpec(
            RuntimeSpec.Name.CONTAINERD,
            RuntimeSpec.Source.BINARIES,
            Optional.of("v2.2.1"),
            RuntimeSpec.CgroupDriver.SYSTEMD,
            Optional.empty());
    assertThat(urls(cluster(Optional.empty(), runtime, "1.36.4"), "amd64"))
        .containsExactly(
            "https://github.com/containerd/containerd/releases/download/v2.2.1/containerd-2.2.1-linux-amd64.tar.gz",
            "https://github.com/opencontainers/runc/releases/download/v1.5.2/runc.amd64");
  }

  @Test
  void theNewestPatchIsSaidBelowTheSameAddress() {
    var mirror = cluster(Optional.of("http://10.88.0.1/dl/"), RuntimeSpec.DEFAULT, "1.37");
    assertThat(files.newestPatch(mirror)).isEqualTo("http://10.88.0.1/dl/release/stable-1.37.txt");
    var upstream = cluster(Optional.empty(), RuntimeSpec.DEFAULT, "1.36");
    assertThat(files.newestPatch(upstream)).isEqualTo("https://dl.k8s.io/release/stable-1.36.txt");
  }

  private List<String> urls(ClusterSpec spec, String architecture) {
    return files.wanted(spec, architecture).stream().map(ProgramFile::url).toList();
  }

  private static ClusterSpec cluster(Optional<String> binaries, RuntimeSpec.Source from) {
    return cluster(binaries, Clusters.runtime(from), "1.36.4");
  }

  private static ClusterSpec cluster(
      Optional<String> binaries, RuntimeSpec runtime, String version) {
    return Clusters.from(
            new PackagesSpec(Optional.empty(), Optional.empty(), binaries),
            runtime,
            Clusters.plane(1))
        .withKubernetes(KubernetesVersion.parse(version));
  }
}
