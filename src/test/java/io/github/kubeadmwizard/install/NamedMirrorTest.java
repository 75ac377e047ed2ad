package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mirror's name means its addresses, everywhere in the plan and in kubeadm's documents. */
final class NamedMirrorTest {
  private static final Mirrors MIRRORS = Mirrors.of(PlainTree.read(Assets.text(Mirrors.ASSET)));

  private static Mirror mirror(String id) {
    return MIRRORS.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static ClusterSpec cluster(RuntimeSpec.Name runtime) {
    return ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1), Clusters.worker(2)))
        .with(RuntimeSpec.DEFAULT.withName(runtime));
  }

  private static Ground ground(ClusterSpec spec) {
    var facts =
        Map.of(new HostName("n1"), HostFacts.unknown(), new HostName("n2"), HostFacts.unknown());
    return new Preparation(KubernetesCatalogue.load(), new Words(Locale.ENGLISH))
        .ground(spec, facts, Manifests.NONE);
  }

  /** All that hosts are told, as they are told it. */
  private static String told(Plan plan) {
    return plan.phases().stream()
        .flatMap(phase -> phase.lanes().stream())
        .flatMap(lane -> lane.actions().stream())
        .map(action -> action.id() + HostScript.of(action).shown())
        .collect(Collectors.joining("\n"));
  }

  static Stream<Arguments> namesAndRuntimes() {
    return MIRRORS.all().stream()
        .flatMap(mirror ->
            Stream.of(RuntimeSpec.Name.CONTAINERD, RuntimeSpec.Name.CRI_O, RuntimeSpec.Name.DOCKER)
                .map(runtime -> Arguments.of(mirror.id(), runtime)));
  }

  @ParameterizedTest
  @MethodSource("namesAndRuntimes")
  void thePlanIsTheOneOfItsAddresses(String id, RuntimeSpec.Name runtime) {
    var mirror = mirror(id);
    var named =
        cluster(runtime)
            .with(PackagesSpec.DEFAULT.at(Optional.of(mirror)))
            .with(ImagesSpec.DEFAULT.at(Optional.of(mirror)));
    var packages = mirror.packages();
    var written =
        cluster(runtime)
            .with(
                new PackagesSpec(
                    packages.kubernetes(),
                    packages.docker(),
                    packages.crio(),
                    Optional.empty(),
                    Optional.empty()))
            .with(
                new ImagesSpec(
                    mirror.repository().orElse("registry.k8s.io"),
                    new TreeMap<>(mirror.proxies())));
    var plan = Installation.plan(ground(named));
    assertThat(told(plan)).isEqualTo(told(Installation.plan(ground(written))));
    assertThat(plan).isEqualTo(Installation.plan(ground(written)));
    assertThat(ground(named).initYaml()).isEqualTo(ground(written).initYaml());
    if (!runtime.equals(RuntimeSpec.Name.DOCKER) || mirror.proxies().isEmpty()) {
      assertThat(plan).isNotEqualTo(Installation.plan(ground(cluster(runtime))));
    }
  }

  @Test
  void aliyunsNamesReachKubeadmTheRuntimeAndWhatIsPulled() {
    var aliyun = Optional.of(mirror("aliyun"));
    var spec =
        cluster(RuntimeSpec.Name.CONTAINERD)
            .with(PackagesSpec.DEFAULT.at(aliyun))
            .with(ImagesSpec.DEFAULT.at(aliyun));
    var ground = ground(spec);
    assertThat(ground.initYaml())
        .contains("imageRepository: registry.aliyuncs.com/google_containers");
    assertThat(ground.images().pause())
        .isEqualTo("registry.aliyuncs.com/google_containers/pause:3.10.2");
    assertThat(told(Installation.plan(ground)))
        .contains(
            "https://mirrors.aliyun.com/kubernetes-new/core/stable/v1.36/",
            "https://mirrors.aliyun.com/docker-ce/linux/",
            "SANDBOX_IMAGE=registry.aliyuncs.com/google_containers/pause:3.10.2",
            "registry.aliyuncs.com/google_containers/coredns:v1.14.2")
        .doesNotContain("pkgs.k8s.io", "download.docker.com", "registry.k8s.io");
  }

  @Test
  void daocloudsProxiesReachContainerd() {
    var spec =
        cluster(RuntimeSpec.Name.CONTAINERD)
            .with(ImagesSpec.DEFAULT.at(Optional.of(mirror("daocloud"))));
    assertThat(told(Installation.plan(ground(spec))))
        .contains(
            "/etc/containerd/certs.d/ghcr.io/hosts.toml",
            "[host.\"https://ghcr.m.daocloud.io\"]",
            "server = \"https://registry-1.docker.io\"",
            "[host.\"https://docker.m.daocloud.io\"]",
            "registry.k8s.io/coredns/coredns:v1.14.2");
  }
}
