package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** An Ubuntu container with every kind of swap, an old cgroup hierarchy and no ip, ss or curl. */
final class UbuntuFactsTest {
  private final HostFacts host = RecordedFacts.facts("ubuntu-24");

  @Test
  void seesTheContainerAndItsProcessors() {
    assertThat(host.machine().container()).isTrue();
    assertThat(host.machine().virtualization()).contains("lxc");
    assertThat(host.machine().cpus()).hasValue(3);
    assertThat(host.kernel().cgroups().version()).isEqualTo(Cgroups.Version.HYBRID);
    assertThat(host.kernel().cgroups().controllers()).containsExactly("cpuset");
  }

  @Test
  void findsWhatTurnsEachSwapOn() {
    assertThat(host.storage().swaps())
        .containsExactly(
            new Swap(
                "/dev/zram0",
                Swap.Kind.ZRAM,
                1L << 30,
                0,
                true,
                origin(Swap.OriginKind.ZRAM_SERVICE, "/etc/systemd/zram-generator.conf")),
            new Swap(
                "/dev/vda3",
                Swap.Kind.PARTITION,
                2L << 30,
                0,
                true,
                origin(
                    Swap.OriginKind.GPT_AUTO,
                    "/run/systemd/generator.late/dev-disk-by\\x2dpartuuid-1234.swap")),
            new Swap("/swap file", Swap.Kind.FILE, 4L << 30, 8192, true, List.of()),
            new Swap(
                "/swap.img",
                Swap.Kind.UNKNOWN,
                0,
                0,
                false,
                origin(Swap.OriginKind.FSTAB, "/swap.img none swap sw 0 0")),
            new Swap(
                "/var/extra",
                Swap.Kind.UNKNOWN,
                0,
                0,
                false,
                origin(Swap.OriginKind.UNIT, "/etc/systemd/system/var-extra.swap")));
  }

  @Test
  void readsTheNetworkWithoutTools() {
    var network = host.network();
    assertThat(network.routes())
        .containsExactly(
            new Route(
                "default",
                false,
                Optional.of("192.0.2.1"),
                Optional.of("eth0"),
                Optional.empty(),
                OptionalInt.of(100)),
            new Route(
                "192.0.2.0/24",
                false,
                Optional.empty(),
                Optional.of("eth0"),
                Optional.empty(),
                OptionalInt.of(0)));
    assertThat(network.ports())
        .containsExactly(
            new ListeningPort(
                ListeningPort.Protocol.TCP,
                "127.0.0.1",
                6443,
                Optional.empty(),
                OptionalInt.empty()),
            new ListeningPort(
                ListeningPort.Protocol.UDP, "::", 8472, Optional.empty(), OptionalInt.empty()));
    assertThat(network.resolver().stub()).isTrue();
    assertThat(network.resolver().upstream()).containsExactly("192.0.2.53");
    assertThat(network.tools()).containsExactly("netplan");
  }

  @Test
  void readsDpkg() {
    var packages = host.packages();
    assertThat(packages.tool()).isEqualTo(PackageTool.APT);
    assertThat(packages.installed())
        .isEqualTo(
            Map.of(
                "cri-tools", "1.36.0-1.1",
                "docker-ce", "5:29.0.1-1~ubuntu.24.04~noble",
                "kubelet", "1.36.4-1.1"));
    assertThat(packages.held()).containsExactly("cri-tools", "kubelet");
    assertThat(packages.broken()).containsExactly("linux-image-x");
    assertThat(packages.locks())
        .containsExactly(
            new PackageLock(
                "/var/lib/dpkg/lock-frontend",
                OptionalInt.of(811),
                Optional.of("/usr/bin/python3 /usr/bin/unattended-upgrade")));
    assertThat(host.kubernetes().kubelet().flatMap(Program::version)).contains("1.36.4");
    assertThat(host.kubernetes().service().isMasked()).isTrue();
    assertThat(host.runtimes().docker().program().flatMap(Program::version)).contains("29.0.1");
    assertThat(host.runtimes().sockets()).containsExactly("/run/cri-dockerd.sock");
  }

  @Test
  void readsAptSourcesOfBothFormats() {
    var own = "/etc/apt/sources.list.d/ubuntu.sources";
    var archive = "http://archive.example.org/ubuntu/";
    var kubernetes = "https://pkgs.k8s.io/core:/stable:/v1.36/deb/";
    var docker = "https://download.docker.com/linux/ubuntu";
    assertThat(host.packages().sources())
        .containsExactly(
            source("/etc/apt/sources.list", "noble", docker, docker + "/dists/noble", true),
            source(own, "noble", archive, archive + "dists/noble", false),
            source(own, "noble-updates", archive, archive + "dists/noble-updates", false),
            new PackageSource(own, "noble", "cdrom:/x", Optional.empty(), false, true),
            source(
                "/etc/apt/sources.list.d/kubernetes.list",
                "/",
                kubernetes,
                kubernetes.substring(0, kubernetes.length() - 1),
                true));
  }

  @Test
  void readsTheRest() {
    assertThat(host.firewall().tool()).isEqualTo(Firewall.Tool.UFW);
    assertThat(host.clock().synchronised()).contains(true);
    assertThat(host.clock().service()).contains("systemd-timesyncd");
    assertThat(host.login().proxies())
        .isEqualTo(Map.of("Acquire::http::Proxy", "http://proxy.example.org:3128/"));
    assertThat(host.reading().unparsed()).containsExactly("late: space");
  }

  private static List<Swap.Origin> origin(Swap.OriginKind kind, String where) {
    return List.of(new Swap.Origin(kind, where));
  }

  private static PackageSource source(
      String file, String suite, String uri, String release, boolean thirdParty) {
    return new PackageSource(
        file, suite, uri, Optional.of(release + "/InRelease"), true, thirdParty);
  }
}
