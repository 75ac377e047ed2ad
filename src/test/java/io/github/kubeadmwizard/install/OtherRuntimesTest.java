package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec.Name;
import io.github.kubeadmwizard.cluster.RuntimeSpec.Source;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.facts.DockerState;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Docker, Mirantis' runtime and CRI-O are given, and what not. */
final class OtherRuntimesTest {
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

  private static ClusterSpec cluster(Name name, Source from) {
    var registries = new TreeMap<String, RegistrySpec>();
    registries.put("r.lan", new RegistrySpec(true, false, false, Optional.of(PEM)));
    registries.put("10.0.0.1:5000", new RegistrySpec(false, true, false, Optional.empty()));
    var mirrors = new TreeMap<>(Map.of("docker.io", "http://10.0.0.1:5000/"));
    return ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1)))
        .with(RuntimeSpec.DEFAULT.withName(name).withFrom(from))
        .with(new ImagesSpec("r.lan/k8s", mirrors, registries));
  }

  private static Ground ground(ClusterSpec spec, HostFacts facts) {
    return new Preparation(KubernetesCatalogue.load(), new Words(Locale.ENGLISH))
        .ground(spec, Map.of(new HostName("n1"), facts), Manifests.NONE);
  }

  private static List<Action> configured(ClusterSpec spec, HostFacts facts) {
    var ground = ground(spec, facts);
    return new ConfigureRuntime().actions(ground, ground.nodes().getFirst());
  }

  private static List<Action> installed(ClusterSpec spec) {
    var ground = ground(spec, HostFacts.unknown());
    return new InstallPackages().actions(ground, ground.nodes().getFirst());
  }

  private static List<String> packages(ClusterSpec spec) {
    return installed(spec).stream()
        .filter(EnsurePackages.class::isInstance)
        .flatMap(action -> ((EnsurePackages) action).packages().stream())
        .map(PackageWish::name)
        .toList();
  }

  private static String content(List<Action> actions, String id) {
    return actions.stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .map(action -> HostScript.of(action).shown().getOrDefault("CONTENT", ""))
        .orElseThrow();
  }

  @Test
  void dockerComesFromItsRepositoryOrTheDistributionAndCriDockerdByItsChecksum() {
    var spec = cluster(Name.DOCKER, Source.DOCKER_REPOSITORY);
    assertThat(packages(spec)).startsWith("docker-ce", "docker-ce-cli", "containerd.io");
    assertThat(packages(cluster(Name.DOCKER, Source.DISTRIBUTION))).startsWith("docker.io");
    assertThat(installed(spec))
        .extracting(Action::id)
        .containsExactly(
            "docker-repository",
            "kubernetes-repository",
            "packages",
            "cri-dockerd",
            "cri-docker-unit",
            "cri-docker-socket-unit");
    assertThat(HostScript.of(installed(spec).get(3)).shown().get("FILES"))
        .isEqualTo(
            "https://github.com/Mirantis/cri-dockerd/releases/download/v0.3.26/cri-dockerd-0.3.26.amd64.tgz"
                + "|87f31c964d974cdce9c883c79b69e355c3c323e51d3a7d36cda140e6df7b8d5a"
                + "|/usr/local/bin/cri-dockerd|0755|cri-dockerd/cri-dockerd");
    assertThat(Installation.refuses(spec)).isEmpty();
  }

  @Test
  void dockersFileIsMergedFromWhatWasRead() {
    var runtimes = HostFacts.unknown().runtimes();
    var state = new DockerState(Optional.of("{\"debug\":true}"), 1, false);
    var facts = HostFacts.unknown().with(runtimes.withDocker(runtimes.docker(), state));
    var actions = configured(cluster(Name.DOCKER, Source.DOCKER_REPOSITORY), facts);
    assertThat(actions)
        .extracting(Action::id)
        .containsExactly(
            "ca-r-lan",
            "registry-accounts",
            "daemon-json",
            "docker-service",
            "cri-docker-drop-in",
            "cri-docker-socket",
            "cri-docker-service",
            "runtime-answers",
            "kubelet-enabled");
    assertThat(HostScript.of(actions.get(2)).shown()).containsEntry("BEFORE", "{\"debug\":true}");
    assertThat(content(actions, "daemon-json").replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"debug\":true,\"exec-opts\":[\"native.cgroupdriver=systemd\"],"
                + "\"registry-mirrors\":[\"http://10.0.0.1:5000/\"],"
                + "\"insecure-registries\":[\"10.0.0.1:5000\"]}");
    assertThat(content(actions, "registry-accounts"))
        .isEqualTo(
            """
            {"kubeadm-wizard": "Written by it. It holds a secret.",
             "auths": {"r.lan": {"auth": "@ACCOUNT_1@"}}}
            """);
    assertThat(content(actions, "cri-docker-drop-in"))
        .contains("--pod-infra-container-image=r.lan/k8s/pause:3.10.2\n");
  }

  @Test
  void ofMirantisRuntimeNothingIsInstalled() {
    var spec = cluster(Name.MIRANTIS, Source.INSTALLED);
    assertThat(packages(spec)).startsWith("conntrack");
    assertThat(installed(spec))
        .extracting(Action::id)
        .containsExactly("kubernetes-repository", "packages");
    assertThat(configured(spec, HostFacts.unknown()))
        .extracting(Action::id)
        .contains("daemon-json", "cri-docker-service");
  }

  @Test
  void crioComesFromItsOwnRepositoryAndIsSetByDropIns() {
    var spec = cluster(Name.CRI_O, Source.CRI_O_REPOSITORY);
    assertThat(HostScript.of(installed(spec).getFirst()).shown())
        .containsEntry("NAME", "cri-o")
        .containsEntry(
            "URIS", "https://download.opensuse.org/repositories/isv:/cri-o:/stable:/v1.36/deb/")
        .containsEntry(
            "KEY_URL",
            "https://download.opensuse.org/repositories/isv:/cri-o:/stable:/v1.36/deb/Release.key");
    var wish =
        installed(spec).stream()
            .filter(EnsurePackages.class::isInstance)
            .map(action -> ((EnsurePackages) action).packages().getFirst())
            .findFirst();
    assertThat(wish).contains(new PackageWish("cri-o", "1.36", true));
    var actions = configured(spec, HostFacts.unknown());
    assertThat(content(actions, "crio-config"))
        .isEqualTo(
            """
            # Written by Kubeadm Wizard.
            [crio.runtime]
            cgroup_manager = "systemd"

            [crio.image]
            pause_image = "r.lan/k8s/pause:3.10.2"
            global_auth_file = "/etc/crio/kubeadm-wizard-auth.json"
            pause_image_auth_file = "/etc/crio/kubeadm-wizard-auth.json"

            [crio.network]
            plugin_dirs = ["/opt/cni/bin"]
            """);
    assertThat(content(actions, "crio-registries"))
        .isEqualTo(
            """
            # Written by Kubeadm Wizard.
            [[registry]]
            location = "10.0.0.1:5000"
            insecure = true

            [[registry]]
            location = "docker.io"

            [[registry.mirror]]
            location = "10.0.0.1:5000"
            insecure = true
            """);
  }
}
