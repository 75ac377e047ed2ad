package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A Rocky Linux 9 on arm64 that was a node once, with firewalld and containerd from Docker. */
final class RedHatFactsTest {
  private final HostFacts host = RecordedFacts.facts("rhel-9");

  @Test
  void readsTheDistributionAndTheMachine() {
    assertThat(host.os())
        .isEqualTo(
            new Os(
                Optional.of("Linux"),
                Optional.of("rocky"),
                List.of("rhel", "centos", "fedora"),
                Optional.of("9.6"),
                Optional.empty(),
                Optional.of("Rocky Linux 9.6 (Blue Onyx)")));
    assertThat(host.machine())
        .isEqualTo(
            new Machine(
                OptionalInt.of(4),
                Optional.of(new Memory(3815216L * 1024, 3000000L * 1024)),
                Optional.of("aarch64"),
                Optional.of("0123456789abcdef0123456789abcdef"),
                Optional.of("ec2f1234-0000-4000-8000-0000000000aa"),
                Optional.of("kvm"),
                false,
                new Hostname(
                    Optional.of("cp1"), Optional.of("cp1.example.org"), List.of("192.0.2.10"))));
    assertThat(host.machine().architecture()).contains("arm64");
  }

  @Test
  void readsTheKernel() {
    var kernel = host.kernel();
    assertThat(kernel.isAtLeast(5, 14)).isTrue();
    assertThat(kernel.isAtLeast(5, 15)).isFalse();
    assertThat(kernel.cgroups().version()).isEqualTo(Cgroups.Version.V2);
    assertThat(kernel.cgroups().controllers())
        .containsExactly(
            "cpu", "cpuset", "devices", "freezer", "hugetlb", "io", "memory", "misc", "pids",
            "rdma");
    assertThat(kernel.modules().states())
        .isEqualTo(
            Map.of(
                "overlay", Modules.State.BUILT_IN,
                "br_netfilter", Modules.State.AVAILABLE,
                "nf_conntrack", Modules.State.LOADED,
                "ip_vs", Modules.State.AVAILABLE,
                "nf_tables", Modules.State.LOADED,
                "rbd", Modules.State.ABSENT));
    assertThat(kernel.sysctl("net.ipv4.ip_forward")).contains("0");
    assertThat(kernel.config())
        .isEqualTo(
            new KernelConfig(
                Optional.of("/boot/config-5.14.0-570.12.1.el9_6.aarch64"),
                new TreeMap<>(Map.of("CGROUPS", "y", "OVERLAY_FS", "m"))));
  }

  @Test
  void readsSystemdAndTheClock() {
    assertThat(host.init().systemdVersion()).hasValue(252);
    assertThat(host.init().state()).contains("degraded");
    assertThat(host.init().failedUnits()).containsExactly("kdump.service");
    assertThat(host.init().service("nm-cloud-setup.service").loaded()).isTrue();
    assertThat(host.init().services()).doesNotContainKey("kubelet.service");
    assertThat(host.clock())
        .isEqualTo(
            new Clock(
                OptionalLong.of(1_790_000_000_475_001_000L),
                Optional.of(false),
                Optional.of("chrony"),
                Optional.of("Asia/Shanghai")));
  }

  @Test
  void readsDisksAndSwap() {
    assertThat(host.storage().spaces())
        .containsExactly(
            new Space(
                "/", "/", "/dev/mapper/rl-root", "xfs", 17756160L << 10, 8756160L << 10, false),
            new Space(
                "/var/lib/kubelet",
                "/var/lib",
                "/dev/vdb1",
                "xfs",
                5242880L << 10,
                4194304L << 10,
                true));
    var line = "/dev/mapper/rl-swap     none                    swap    defaults        0 0";
    assertThat(host.storage().swaps())
        .containsExactly(
            new Swap(
                "/dev/dm-1",
                Swap.Kind.PARTITION,
                2097148L << 10,
                1 << 20,
                true,
                List.of(new Swap.Origin(Swap.OriginKind.FSTAB, line))));
    assertThat(host.storage().devices())
        .containsExactly(
            new BlockDevice(
                "vdb", 5L << 30, Optional.empty(), false, false, true, Optional.empty(), List.of()),
            new BlockDevice(
                "vdb1",
                10483712L * 512,
                Optional.of("vdb"),
                false,
                false,
                false,
                Optional.of("xfs"),
                List.of("/var/lib")),
            new BlockDevice(
                "vdc",
                10L << 30,
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                List.of()));
  }

  @Test
  void readsFirewallAndSecurity() {
    var firewall = host.firewall();
    assertThat(firewall.tool()).isEqualTo(Firewall.Tool.FIREWALLD);
    assertThat(firewall.firewalldBackend()).contains("nftables");
    assertThat(firewall.iptables()).isEqualTo(Firewall.IptablesBackend.NFT);
    assertThat(firewall.policies()).isEqualTo(Map.of("INPUT", "ACCEPT", "FORWARD", "DROP"));
    assertThat(firewall.inputRules()).hasValue(2);
    assertThat(firewall.nftTables()).containsExactly("inet firewalld");
    assertThat(host.security())
        .isEqualTo(new Security(Security.SelinuxMode.ENFORCING, Optional.of("enforcing"), false));
  }

  @Test
  void readsTheRuntimeWithItsCriSwitchedOff() {
    assertThat(host.runtimes().containerd())
        .isEqualTo(
            new Containerd(
                Optional.of(
                    new Program(
                        "/usr/bin/containerd",
                        Optional.of("1.7.28"),
                        Optional.of("containerd.io"),
                        Optional.of("1.7.28-1.el9"))),
                new Service("containerd.service", true, "active", "enabled"),
                true,
                new ContainerdConfig(
                    true,
                    OptionalInt.of(2),
                    true,
                    Optional.of(false),
                    Optional.of("registry.k8s.io/pause:3.8"),
                    Optional.of("/etc/containerd/certs.d"),
                    List.of("/etc/containerd/conf.d/*.toml"))));
    assertThat(host.runtimes().sockets()).containsExactly("/run/containerd/containerd.sock");
    assertThat(host.runtimes().crio().isInstalled()).isFalse();
  }

  @Test
  void readsWhatAnEarlierClusterLeft() {
    assertThat(host.leftovers())
        .isEqualTo(
            new Leftovers(
                List.of("/etc/kubernetes/kubelet.conf"),
                List.of("member"),
                List.of("pki"),
                List.of("10-flannel.conflist"),
                List.of("cni0"),
                17));
    var kubernetes = host.kubernetes();
    assertThat(kubernetes.apiServer()).contains("https://192.0.2.99:6443");
    assertThat(kubernetes.environmentFile())
        .contains(
            new TextFile("/etc/sysconfig/kubelet", "KUBELET_EXTRA_ARGS=--cgroup-driver=cgroupfs"));
    assertThat(kubernetes.dropIns()).hasSize(1);
    assertThat(kubernetes.kubeadm())
        .contains(
            new Program(
                "/usr/local/bin/kubeadm",
                Optional.of("1.29.3"),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void readsPackages() {
    var packages = host.packages();
    assertThat(packages.tool()).isEqualTo(PackageTool.DNF);
    assertThat(packages.held()).containsExactly("containerd.io");
    assertThat(packages.locks())
        .containsExactly(
            new PackageLock(
                "/var/cache/dnf/metadata_lock.pid",
                OptionalInt.of(4321),
                Optional.of("/usr/bin/python3 /usr/bin/dnf makecache --timer")));
    var docker = "https://download.docker.com/linux/centos/";
    assertThat(packages.sources())
        .containsExactly(
            new PackageSource(
                "/etc/yum.repos.d/docker-ce.repo",
                "docker-ce-stable",
                docker + "$releasever/$basearch/stable",
                Optional.of(docker + "9/aarch64/stable/repodata/repomd.xml"),
                true,
                true),
            new PackageSource(
                "/etc/yum.repos.d/docker-ce.repo",
                "docker-ce-test",
                docker + "$releasever/$basearch/test",
                Optional.of(docker + "9/aarch64/test/repodata/repomd.xml"),
                false,
                true),
            new PackageSource(
                "/etc/yum.repos.d/rocky.repo",
                "baseos",
                "https://mirrors.example.org/mirrorlist?arch=$basearch&repo=BaseOS-$releasever$rltype",
                Optional.of("https://mirrors.example.org/mirrorlist?arch=aarch64&repo=BaseOS-9"),
                true,
                false));
  }

  @Test
  void readsTheLogin() {
    assertThat(host.login())
        .isEqualTo(
            new Login(
                OptionalInt.of(0),
                Optional.of("root"),
                Optional.of("rocky"),
                Optional.of("/home/rocky"),
                Optional.of("zh_CN.UTF-8"),
                new TreeMap<>(
                    Map.of(
                        "HTTPS_PROXY", "http://proxy.example.org:3128",
                        "/etc/dnf/dnf.conf", "http://proxy.example.org:3128"))));
  }

  @Test
  void tellsTheLinesItDoesNotUnderstand() {
    assertThat(host.reading())
        .isEqualTo(new Reading(true, 950, List.of("tcp   LISTEN what is this")));
  }
}
