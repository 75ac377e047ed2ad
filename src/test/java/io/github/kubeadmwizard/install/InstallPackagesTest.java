package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Machine;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is installed, as packages or as files; n1 is of amd64, n2 of arm64. */
final class InstallPackagesTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  @Test
  void packagesBringEverythingWhereNothingElseIsWished() {
    var actions = actions(cluster(Optional.empty(), RuntimeSpec.Source.DOCKER_REPOSITORY), 1);
    assertThat(actions)
        .extracting(Action::id)
        .containsExactly("docker-repository", "kubernetes-repository", "packages");
    assertThat(((EnsurePackages) actions.getLast()).packages())
        .extracting(PackageWish::name)
        .containsExactly(
            "containerd.io",
            "conntrack",
            "iptables",
            "ethtool",
            "socat",
            "cri-tools",
            "kubelet",
            "kubeadm",
            "kubectl");
  }

  /** It makes the certificate of the retired dashboard under a name. */
  @Test
  void theFirstControlPlaneHasOpensslWhereItIsNeeded() throws Exception {
    var dashboard =
        new AddonSpec.Dashboard(
            AddonSpec.Dashboard.Kind.KUBERNETES_DASHBOARD,
            AddonSpec.Dashboard.Access.VIEW,
            Optional.of("dash.example.lan"));
    var spec =
        cluster(Optional.empty(), RuntimeSpec.Source.DOCKER_REPOSITORY)
            .with(new AddonsSpec(List.of(dashboard), List.of()));
    String name = "kubernetes-dashboard";
    var manifest = Manifest.read(name, Assets.text("practice/manifests/" + name + ".yaml"));
    var ground = ground(spec, new Manifests(Map.of(name, manifest)));
    assertThat(packages(ground, 0)).containsOnlyOnce("openssl");
    assertThat(packages(ground, 1)).doesNotContain("openssl");
  }

  private static List<String> packages(Ground ground, int node) {
    var actions = new InstallPackages().actions(ground, ground.nodes().get(node));
    return ((EnsurePackages) actions.getLast()).packages().stream().map(PackageWish::name).toList();
  }

  @Test
  void whereAllComesAsFilesNoPackageIsTouchedAndEveryAddressIsSaid() {
    var spec = cluster(Optional.of("http://10.88.0.1/dl"), RuntimeSpec.Source.BINARIES);
    assertThat(actions(spec, 1).stream().map(action -> ENGLISH.say(action.title())))
        .containsExactly(
            "get kubeadm 1.36.4 by its checksum from"
                + " http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubeadm",
            "get kubelet 1.36.4 by its checksum from"
                + " http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubelet",
            "write /etc/systemd/system/kubelet.service",
            "write /etc/systemd/system/kubelet.service.d/10-kubeadm.conf",
            "get kubectl 1.36.4 by its checksum from"
                + " http://10.88.0.1/dl/release/v1.36.4/bin/linux/amd64/kubectl",
            "get crictl 1.36.0 by its checksum from"
                + " http://10.88.0.1/dl/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-amd64.tar.gz",
            "get cni-plugins 1.9.1 by its checksum from"
                + " http://10.88.0.1/dl/containernetworking/plugins/releases/download/v1.9.1/cni-plugins-linux-amd64-v1.9.1.tgz",
            "get containerd 2.3.7 by its checksum from"
                + " http://10.88.0.1/dl/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz",
            "write /etc/systemd/system/containerd.service",
            "get runc 1.5.2 by its checksum from"
                + " http://10.88.0.1/dl/opencontainers/runc/releases/download/v1.5.2/runc.amd64");
    assertThat(Installation.refuses(spec)).isEmpty();
  }

  @Test
  void aHostTakesTheFilesOfItsArchitectureByTheirChecksums() {
    var spec = cluster(Optional.of("http://10.88.0.1/dl"), RuntimeSpec.Source.BINARIES);
    assertThat(HostScript.of(actions(spec, 2).get(1)).shown())
        .isEqualTo(
            Map.of(
                "FILES",
                "http://10.88.0.1/dl/release/v1.36.4/bin/linux/arm64/kubelet"
                    + "|@http://10.88.0.1/dl/release/v1.36.4/bin/linux/arm64/kubelet.sha256"
                    + "|/usr/local/bin/kubelet|0755|",
                "FOLDERS",
                "/etc/kubernetes/manifests"));
    assertThat(HostScript.of(actions(spec, 2).getLast()).shown().get("FILES"))
        .isEqualTo(
            "http://10.88.0.1/dl/opencontainers/runc/releases/download/v1.5.2/runc.arm64"
                + "|@http://10.88.0.1/dl/opencontainers/runc/releases/download/v1.5.2/runc.sha256sum"
                + "|/usr/local/sbin/runc|0755|");
  }

  @Test
  void kubernetesAsFilesLeavesTheRuntimeToPackages() {
    var actions =
        actions(cluster(Optional.of("http://10.88.0.1"), RuntimeSpec.Source.DISTRIBUTION), 1);
    assertThat(actions.stream().map(Action::id))
        .startsWith("packages", "kubeadm", "kubelet")
        .doesNotContain("containerd", "runc", "containerd-unit");
    assertThat(((EnsurePackages) actions.getFirst()).packages())
        .extracting(PackageWish::name)
        .containsExactly("containerd", "conntrack", "iptables", "ethtool", "socat");
  }

  @Test
  void theRuntimeAsFilesLeavesKubernetesToPackages() {
    var actions = actions(cluster(Optional.empty(), RuntimeSpec.Source.BINARIES), 1);
    assertThat(actions.stream().map(Action::id))
        .containsExactly(
            "kubernetes-repository", "packages", "containerd", "containerd-unit", "runc");
    assertThat(((EnsurePackages) actions.get(1)).packages())
        .extracting(PackageWish::name)
        .containsExactly(
            "conntrack",
            "iptables",
            "ethtool",
            "socat",
            "cri-tools",
            "kubelet",
            "kubeadm",
            "kubectl");
  }

  @Test
  void servicesAreStartedAnewWhenTheirFilesChanged() {
    var spec = cluster(Optional.of("http://10.88.0.1/dl"), RuntimeSpec.Source.BINARIES);
    var ground = ground(spec);
    var services =
        new ConfigureRuntime()
            .actions(ground, ground.nodes().getFirst()).stream()
                .filter(EnsureService.class::isInstance)
                .map(action -> ((EnsureService) action).newerThan())
                .toList();
    assertThat(services)
        .containsExactly(
            List.of(
                "/etc/containerd/config.toml",
                "/usr/local/bin/containerd",
                "/etc/systemd/system/containerd.service"),
            List.of(
                "/usr/local/bin/kubelet",
                "/etc/systemd/system/kubelet.service",
                "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf"));
  }

  @Test
  void behindAProxyWhatFetchesAndTheRuntimeLearnOfIt() {
    var proxy = new ProxySpec("http://p:3128", Optional.empty(), List.of(".lan"), true);
    var spec =
        cluster(Optional.empty(), RuntimeSpec.Source.DOCKER_REPOSITORY)
            .withProxy(Optional.of(proxy));
    var way =
        Map.of(
            "PROXY_HTTP", "http://p:3128",
            "PROXY_HTTPS", "http://p:3128",
            "PROXY_ACCOUNT", "<proxy-account>",
            "PROXY_NO",
                "localhost,127.0.0.1,::1,10.244.0.0/16,10.96.0.0/12,10.88.0.11,10.88.0.12,"
                    + "homelab.kubeadm-wizard.internal,.svc,.cluster.local,.lan");
    assertThat(actions(spec, 1))
        .hasSize(3)
        .allSatisfy(action -> assertThat(HostScript.of(action).shown()).containsAllEntriesOf(way));
    var look = new TreeMap<>(HostScript.of(Installation.findPatch(spec, true)).shown());
    assertThat(look).containsAllEntriesOf(way);
    var ground = ground(spec);
    var actions = new ConfigureRuntime().actions(ground, ground.nodes().getFirst());
    var all = new TreeMap<>(way);
    String dropIn = "/etc/systemd/system/containerd.service.d/kubeadm-wizard-proxy.conf";
    all.put("DROP_IN", dropIn);
    all.put("FILE", "/etc/containerd/kubeadm-wizard-proxy.env");
    assertThat(HostScript.of(actions.getFirst()))
        .extracting(HostScript::script, HostScript::shown)
        .containsExactly("runtime-proxy.sh", all);
    assertThat(actions)
        .filteredOn(EnsureService.class::isInstance)
        .first()
        .extracting(action -> ((EnsureService) action).newerThan())
        .isEqualTo(
            List.of(
                "/etc/containerd/config.toml",
                "/etc/systemd/system/containerd.service.d",
                dropIn,
                "/etc/containerd/kubeadm-wizard-proxy.env"));
  }

  @Test
  void theUnitsStartWhatWasInstalled() {
    assertThat(Assets.text("units/kubelet.service"))
        .contains("\nExecStart=" + ProgramDownloads.KUBELET + "\n");
    assertThat(Assets.text("units/10-kubeadm.conf"))
        .contains("\nExecStart=\nExecStart=" + ProgramDownloads.KUBELET + " $KUBELET_");
    assertThat(Assets.text("units/containerd.service"))
        .contains("\nExecStart=" + ProgramDownloads.CONTAINERD + "\n");
  }

  @Test
  void theNewestPatchIsAskedWhereTheFilesAre() {
    var spec = cluster(Optional.of("http://10.88.0.1/dl/"), RuntimeSpec.Source.BINARIES);
    assertThat(HostScript.of(Installation.findPatch(spec, true)).shown())
        .isEqualTo(
            Map.of(
                "MINOR", "1.36",
                "PATCH", "",
                "KIND", "file",
                "BASE", "http://10.88.0.1/dl/release/stable-1.36.txt"));
  }

  private static List<Action> actions(ClusterSpec spec, int number) {
    Ground ground = ground(spec);
    return new InstallPackages().actions(ground, ground.nodes().get(number - 1));
  }

  private static Ground ground(ClusterSpec spec) {
    return ground(spec, Manifests.NONE);
  }

  private static Ground ground(ClusterSpec spec, Manifests manifests) {
    return new Preparation(KubernetesCatalogue.load(), ENGLISH)
        .ground(
            spec,
            Map.of(new HostName("n1"), facts("x86_64"), new HostName("n2"), facts("aarch64")),
            manifests);
  }

  private static HostFacts facts(String hardware) {
    var unknown = HostFacts.unknown();
    var m = unknown.machine();
    return unknown.with(
        new Machine(
            m.cpus(),
            m.memory(),
            Optional.of(hardware),
            m.machineId(),
            m.productUuid(),
            m.virtualization(),
            m.container(),
            m.hostname()));
  }

  private static ClusterSpec cluster(Optional<String> binaries, RuntimeSpec.Source from) {
    return Clusters.from(
        new PackagesSpec(Optional.empty(), Optional.empty(), binaries),
        Clusters.runtime(from),
        Clusters.plane(1),
        Clusters.worker(2));
  }
}
