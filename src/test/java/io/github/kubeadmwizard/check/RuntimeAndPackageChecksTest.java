package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.DockerState;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.facts.PackageLock;
import io.github.kubeadmwizard.facts.PackageSource;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.facts.Packages;
import io.github.kubeadmwizard.facts.Probe;
import io.github.kubeadmwizard.facts.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The requirements of the groups runtime and packages. */
final class RuntimeAndPackageChecksTest {
  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void containerdIsBroughtOrPutRightByTheInstallation() {
    cluster
        .facts("n1", Change.containerd("2.3.7", "active", false))
        .facts("n2", Change.containerd("2.3.7", "active", true));
    assertThat(cluster.cell("CRI", "n1")).isEqualTo("PASSED on");
    assertThat(cluster.cell("CRI", "n2")).isEqualTo("SET_BY_INSTALL CRI off");
    assertThat(cluster.cell("CRI", "n3")).isEqualTo("SET_BY_INSTALL to install");
    cluster.facts("n3", Change.containerd("2.3.7", "inactive", false));
    assertThat(cluster.cell("CRI", "n3")).isEqualTo("SET_BY_INSTALL stopped");
  }

  @Test
  void onlyMirantisRuntimeHasToBeThereBefore() {
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.MIRANTIS));
    assertThat(cluster.cell("CRI", "n2")).isEqualTo("BLOCKS missing");
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.CRI_O));
    assertThat(cluster.cell("CRI", "n2")).isEqualTo("SET_BY_INSTALL to install");
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
    assertThat(cluster.cell("CRI", "n2")).isEqualTo("SET_BY_INSTALL to install");
  }

  @Test
  void aRestartOfDockerIsSaidBeforehandWithWhatItStops() {
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
    cluster.facts("n2", docker("{\"debug\": true}", 3));
    assertThat(cluster.cell("DockerContainers", "n2")).isEqualTo("WARNING 3");
    cluster.facts("n2", docker("{\"live-restore\": true}", 3));
    assertThat(cluster.cell("DockerContainers", "n2")).isEqualTo("SET_BY_INSTALL 3");
    cluster.facts("n2", docker("{\"exec-opts\": [\"native.cgroupdriver=systemd\"]}", 3));
    assertThat(cluster.cell("DockerContainers", "n2")).isEqualTo("PASSED 3");
    cluster.facts("n2", docker("{", 0));
    assertThat(cluster.cell("DockerContainers", "n2")).isEqualTo("BLOCKS daemon.json");
  }

  @Test
  void theDriverThatDockersFileSaysIsReadAndAnOldSocketIsTold() {
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
    cluster.facts("n2", docker("{\"exec-opts\": [\"native.cgroupdriver=cgroupfs\"]}", 0));
    assertThat(cluster.cell("CgroupDriver", "n2")).isEqualTo("SET_BY_INSTALL cgroupfs");
    assertThat(cluster.cell("Dockershim", "n2")).isEqualTo("WARNING dockershim.sock");
  }

  private static UnaryOperator<HostFacts> docker(String daemonJson, int running) {
    return facts -> {
      var runtimes = facts.runtimes();
      var engine =
          new OtherRuntime(
              Optional.empty(), new Service("docker.service", true, "active", "enabled"), true);
      var state = new DockerState(Optional.of(daemonJson), running, true);
      return facts.with(runtimes.withDocker(engine, state));
    };
  }

  @Test
  void aVersionIsShownAsPeopleWriteIt() {
    assertThat(Version.of("v2.3.7~ds1")).hasToString("2.3.7");
  }

  @Test
  void anOldContainerdIsRenewedFromDockerAndWarnedOfFromTheDistribution() {
    cluster.facts("n1", Change.containerd("1.7.24", "active", false));
    assertThat(cluster.cell("ContainerRuntimeVersion", "n1")).isEqualTo("SET_BY_INSTALL 1.7.24");
    cluster.runtime(runtime(RuntimeSpec.Name.CONTAINERD, RuntimeSpec.Source.DISTRIBUTION));
    for (String minor : List.of("1.35", "1.36", "1.37")) {
      assertThat(cluster.version(minor).cell("ContainerRuntimeVersion", "n1"))
          .isEqualTo("WARNING 1.7.24");
    }
    assertThat(cluster.version("1.38").cell("ContainerRuntimeVersion", "n1"))
        .isEqualTo("BLOCKS 1.7.24");
    assertThat(cluster.version("1.36").cell("ContainerRuntimeVersion", "n2"))
        .isEqualTo("WARNING 1.7.24"); // what Debian 13 will bring
    cluster.facts("n3", Change.containerd("2.3.7", "active", false));
    assertThat(cluster.cell("ContainerRuntimeVersion", "n3")).isEqualTo("PASSED 2.3.7");
  }

  @Test
  void packagesThatWouldBeReplacedAreNamed() {
    cluster.facts("n2", Change.packages(p -> installed(p, Map.of("docker.io", "26.1"))));
    assertThat(cluster.cell("RuntimePackages", "n1")).isEqualTo("PASSED ok");
    assertThat(cluster.cell("RuntimePackages", "n2")).isEqualTo("WARNING docker.io");
  }

  @Test
  void anUnknownPackageManagerIsRefusedUnlessFilesAreInstalled() {
    cluster.facts("n2", Change.packages(p -> tool(p, PackageTool.ZYPPER)));
    assertThat(cluster.cell("PackageManager", "n1")).isEqualTo("PASSED apt");
    assertThat(cluster.cell("PackageManager", "n2")).isEqualTo("BLOCKS zypper");
    cluster.packages(
        new PackagesSpec(
            Optional.empty(), Optional.empty(), Optional.of("https://dl.example.lan/")));
    assertThat(cluster.cell("PackageManager", "n2")).isEqualTo("BLOCKS zypper"); // containerd
    cluster.runtime(runtime(RuntimeSpec.Name.CONTAINERD, RuntimeSpec.Source.BINARIES));
    assertThat(cluster.cell("PackageManager", "n2")).isEqualTo("PASSED zypper");
  }

  @Test
  void whereAllComesAsFilesNothingIsAskedOfPackagesAndNothingIsBrought() {
    var source = source("https://dl.example.com/apt", true);
    cluster
        .facts("n2", Change.packages(p -> sources(p, source)))
        .facts(
            "n2", Change.probe("https://dl.example.com/apt/InRelease", Probe.Result.TIMEOUT, 5000))
        .facts("n2", f -> f.withTools(new TreeSet<>(List.of("losetup", "mount", "cp", "tar"))));
    assertThat(cluster.cell("FileExisting-iptables", "n2")).isEqualTo("SET_BY_INSTALL missing");
    assertThat(keys()).contains("Repositories", "PackageLock").doesNotContain("Unpacking-tar");

    cluster
        .packages(
            new PackagesSpec(
                Optional.empty(), Optional.empty(), Optional.of("https://dl.example.lan/")))
        .runtime(runtime(RuntimeSpec.Name.CONTAINERD, RuntimeSpec.Source.BINARIES));
    assertThat(cluster.cell("FileExisting-iptables", "n2")).isEqualTo("BLOCKS missing");
    assertThat(cluster.cell("Unpacking-tar", "n2")).isEqualTo("PASSED there");
    assertThat(cluster.cell("Unpacking-gzip", "n2")).isEqualTo("BLOCKS missing");
    assertThat(keys())
        .doesNotContain(
            "Repositories", "PackageLock", "BrokenPackages", "HeldPackages", "KubernetesSource");
    assertThat(
            Probes.targets(
                cluster.spec(), new HostName("n1"), GoodFacts.of(1).with(sources(none(), source))))
        .doesNotContain("https://dl.example.com/apt/InRelease");
  }

  private List<String> keys() {
    return cluster.look().findings().stream().map(Finding::key).toList();
  }

  private static Packages none() {
    return GoodFacts.of(1).packages();
  }

  @Test
  void whoHoldsThePackageLockIsNamed() {
    var lock =
        new PackageLock(
            "/var/lib/dpkg/lock-frontend", OptionalInt.of(1812), Optional.of("unattended-upgr"));
    cluster.facts("n2", Change.packages(p -> locked(p, lock)));
    assertThat(cluster.cell("PackageLock", "n1")).isEqualTo("PASSED free");
    assertThat(cluster.cell("PackageLock", "n2")).isEqualTo("WARNING unattended-upgr");
    assertThat(English.say(cluster.finding("PackageLock", "n2").read()))
        .isEqualTo("/var/lib/dpkg/lock-frontend is held by unattended-upgr (process 1812).");
  }

  @Test
  void halfInstalledPackagesBlockAndCanBeFinished() {
    cluster.facts("n2", Change.packages(p -> broken(p, "grub-pc")));
    assertThat(cluster.cell("BrokenPackages", "n1")).isEqualTo("PASSED none");
    assertThat(cluster.cell("BrokenPackages", "n2")).isEqualTo("BLOCKS grub-pc");
    assertThat(cluster.finding("BrokenPackages", "n2").mend())
        .containsExactly(Mends.finishPackages());
  }

  @Test
  void aPackageHeldAtAnotherMinorIsWarnedOf() {
    cluster
        .facts("n1", Change.packages(p -> held(p, "kubelet", "1.36.4-1.1")))
        .facts("n2", Change.packages(p -> held(p, "kubelet", "1.35.9-1.1")));
    assertThat(cluster.cell("HeldPackages", "n1")).isEqualTo("PASSED ok");
    assertThat(cluster.cell("HeldPackages", "n2")).isEqualTo("WARNING kubelet 1.35.9-1.1");
  }

  @Test
  void aSourceThatDoesNotAnswerBlocksAndIsDisabledOnWish() {
    var source = source("https://dl.example.com/apt", true);
    cluster
        .facts("n2", Change.packages(p -> sources(p, source)))
        .facts(
            "n2", Change.probe("https://dl.example.com/apt/InRelease", Probe.Result.TIMEOUT, 5000));
    assertThat(cluster.cell("Repositories", "n1")).isEqualTo("PASSED ok");
    assertThat(cluster.cell("Repositories", "n2")).isEqualTo("BLOCKS stable");
    cluster.prepare(
        new PrepareSpec(List.of(), PrepareSpec.Selinux.KEEP, new TreeMap<>(), false, true));
    assertThat(cluster.cell("Repositories", "n2")).isEqualTo("SET_BY_INSTALL stable");
    cluster.facts(
        "n2", Change.packages(p -> sources(p, source("https://dl.example.com/apt", false))));
    assertThat(cluster.cell("Repositories", "n2")).isEqualTo("BLOCKS stable");
  }

  @Test
  void theFrozenGoogleRepositoryIsKnownToBeGone() {
    cluster.facts(
        "n2", Change.packages(p -> sources(p, source("https://apt.kubernetes.io/", true))));
    assertThat(cluster.cell("Repositories", "n2")).isEqualTo("BLOCKS stable");
  }

  @Test
  void aSourceOfAnotherMinorIsWarnedOf() {
    var old = source("https://pkgs.k8s.io/core:/stable:/v1.30/deb/", true);
    var ours = source("https://pkgs.k8s.io/core:/stable:/v1.36/deb/", true);
    cluster
        .facts("n1", Change.packages(p -> sources(p, ours)))
        .facts("n2", Change.packages(p -> sources(p, old)));
    assertThat(cluster.cell("KubernetesSource", "n1")).isEqualTo("PASSED none");
    assertThat(cluster.cell("KubernetesSource", "n2")).isEqualTo("WARNING another minor");
  }

  @Test
  void aRegistryThatDoesNotAnswerBlocksByItsName() {
    cluster
        .facts("n1", Change.probe("https://registry.k8s.io/v2/", Probe.Result.OK, 84))
        .facts("n2", Change.probe("https://registry.k8s.io/v2/", Probe.Result.DNS, 12));
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("PASSED 84 ms");
    assertThat(cluster.cell("Registry", "n2")).isEqualTo("BLOCKS registry.k8s.io");
    assertThat(English.say(cluster.finding("Registry", "n2").read()))
        .isEqualTo("https://registry.k8s.io/v2/: the name does not resolve");
    assertThat(cluster.look().byCheck().get("Registry")).hasSize(2); // n3 was not asked
    cluster.override("Registry");
    assertThat(cluster.cell("Registry", "n2")).isEqualTo("OVERRIDDEN registry.k8s.io");
    assertThat(cluster.look().ignorePreflightErrors()).containsExactly("ImagePull");
  }

  @Test
  void aFileServerThatANodeDoesNotReachBlocksThere() {
    cluster
        .addons(new AddonSpec.Nfs("nas.lan", "/srv/kubernetes", false))
        .facts("n1", Change.probe("nas.lan:2049", Probe.Result.OK, 3))
        .facts("n2", Change.probe("nas.lan:2049", Probe.Result.REFUSED, 2));
    assertThat(cluster.cell("FileServer", "n1")).isEqualTo("PASSED 3 ms");
    assertThat(cluster.cell("FileServer", "n2")).isEqualTo("BLOCKS nas.lan");
    assertThat(cluster.look().byCheck().get("FileServer")).hasSize(2); // n3 was not asked
  }

  @Test
  void aHostWithNothingToTryWithIsOnlyWarnedOf() {
    cluster.facts("n2", Change.probe("https://ghcr.io/v2/", Probe.Result.NO_TOOL, 0));
    assertThat(cluster.cell("Registry", "n2")).isEqualTo("WARNING ghcr.io");
  }

  private static RuntimeSpec runtime(RuntimeSpec.Name name, RuntimeSpec.Source from) {
    return new RuntimeSpec(
        name, from, Optional.empty(), RuntimeSpec.CgroupDriver.SYSTEMD, Optional.empty());
  }

  private static PackageSource source(String uri, boolean thirdParty) {
    return new PackageSource(
        "/etc/apt/sources.list.d/x.list",
        "stable",
        uri,
        Optional.of(uri + "/InRelease"),
        true,
        thirdParty);
  }

  private static Packages tool(Packages p, PackageTool tool) {
    return new Packages(tool, p.installed(), p.held(), p.broken(), p.locks(), p.sources());
  }

  private static Packages installed(Packages p, Map<String, String> packages) {
    return new Packages(
        p.tool(), new TreeMap<>(packages), p.held(), p.broken(), p.locks(), p.sources());
  }

  private static Packages locked(Packages p, PackageLock lock) {
    return new Packages(p.tool(), p.installed(), p.held(), p.broken(), List.of(lock), p.sources());
  }

  private static Packages broken(Packages p, String name) {
    return new Packages(p.tool(), p.installed(), p.held(), List.of(name), p.locks(), p.sources());
  }

  private static Packages held(Packages p, String name, String version) {
    return new Packages(
        p.tool(),
        new TreeMap<>(Map.of(name, version)),
        new TreeSet<>(List.of(name)),
        p.broken(),
        p.locks(),
        p.sources());
  }

  private static Packages sources(Packages p, PackageSource source) {
    return new Packages(p.tool(), p.installed(), p.held(), p.broken(), p.locks(), List.of(source));
  }
}
