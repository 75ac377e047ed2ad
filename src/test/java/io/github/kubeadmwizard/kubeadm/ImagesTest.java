package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImagesTest {
  private final KubernetesCatalogue catalogue = KubernetesCatalogue.load();

  @Test
  void theOfficialRegistryKeepsCoreDnsInAFolderOfItsOwn() {
    var minor = catalogue.of(Clusters.VERSION).orElseThrow();
    assertThat(Images.of(Clusters.VERSION, "registry.k8s.io", minor).on(Set.of(Role.CONTROL_PLANE)))
        .containsExactly(
            "registry.k8s.io/kube-apiserver:v1.36.4",
            "registry.k8s.io/kube-controller-manager:v1.36.4",
            "registry.k8s.io/kube-scheduler:v1.36.4",
            "registry.k8s.io/kube-proxy:v1.36.4",
            "registry.k8s.io/coredns/coredns:v1.14.2",
            "registry.k8s.io/pause:3.10.2",
            "registry.k8s.io/etcd:3.6.8-0");
  }

  @Test
  void aWorkerNeedsOnlyWhatRunsOnIt() {
    var version = KubernetesVersion.parse("1.37.1");
    var minor = catalogue.of(version).orElseThrow();
    assertThat(Images.of(version, "m.example/google", minor).on(Set.of(Role.WORKER)))
        .containsExactly(
            "m.example/google/kube-proxy:v1.37.1",
            "m.example/google/coredns:v1.14.6",
            "m.example/google/pause:3.10.2");
  }

  @Test
  void theUsersTagsAndAnExternalEtcdAreMinded() {
    var spec =
        Clusters.overlaid(
            """
            clusterConfiguration:
              dns: {imageRepository: d.example, imageTag: v9}
              etcd: {external: {endpoints: ["https://e:2379"]}}
              proxy: {disabled: true}
            """,
            Clusters.both(1));
    var cluster =
        KubeadmDocuments.forInit(spec, InitFacts.of(Clusters.VERSION, Clusters.node(1))).cluster();
    var minor = catalogue.of(Clusters.VERSION).orElseThrow();
    assertThat(Images.of(cluster, minor).on(Set.of(Role.CONTROL_PLANE)))
        .containsExactly(
            "registry.k8s.io/kube-apiserver:v1.36.4",
            "registry.k8s.io/kube-controller-manager:v1.36.4",
            "registry.k8s.io/kube-scheduler:v1.36.4",
            "d.example/coredns:v9",
            "registry.k8s.io/pause:3.10.2");
  }

  @Test
  void everyMinorOnOfferHasItsFlagsAndFields() {
    assertThat(catalogue.minors())
        .extracting(MinorFacts::minor)
        .containsExactly("1.35", "1.36", "1.37")
        .contains(catalogue.defaultMinor())
        .allMatch(m -> KnownNames.ofFlags(m, "kube-apiserver").isPresent())
        .allMatch(m -> KnownNames.ofFlags(m, "etcd").isPresent())
        .allMatch(m -> KnownNames.ofFields(m, "KubeletConfiguration").isPresent());
  }
}
