package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.facts.Clock;
import io.github.kubeadmwizard.facts.InitSystem;
import io.github.kubeadmwizard.facts.Modules;
import io.github.kubeadmwizard.facts.Security;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The requirements of the group system. */
final class SystemChecksTest {
  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void anotherInitSystemIsRefused() {
    cluster.facts(
        "n2",
        f ->
            f.with(
                new InitSystem(
                    Optional.of("init"),
                    OptionalInt.empty(),
                    Optional.empty(),
                    List.of(),
                    new TreeMap<>())));
    assertThat(cluster.cell("Systemd", "n1")).isEqualTo("PASSED systemd");
    assertThat(cluster.cell("Systemd", "n2")).isEqualTo("BLOCKS init");
  }

  @Test
  void swapIsTurnedOffByTheInstallationUnlessTheKubeletBearsIt() {
    cluster.facts("n2", f -> f.withSwap("/dev/sda3"));
    assertThat(cluster.cell("Swap", "n1")).isEqualTo("PASSED off");
    assertThat(cluster.cell("Swap", "n2")).isEqualTo("SET_BY_INSTALL partition");
    cluster.laidOver("kubeletConfiguration", Map.of("failSwapOn", false));
    assertThat(cluster.cell("Swap", "n2")).isEqualTo("PASSED partition");
  }

  @Test
  void modulesAreLoadedByTheInstallationAndBlockWhereTheKernelHasThemNot() {
    cluster
        .facts("n2", Change.module("br_netfilter", Modules.State.AVAILABLE))
        .facts("n3", Change.module("nf_conntrack", Modules.State.ABSENT));
    assertThat(cluster.cell("KernelModules", "n1")).isEqualTo("PASSED loaded");
    assertThat(cluster.cell("KernelModules", "n2")).isEqualTo("SET_BY_INSTALL to load");
    assertThat(cluster.cell("KernelModules", "n3")).isEqualTo("BLOCKS without nf_conntrack");
  }

  @Test
  void ipvsNeedsItsModulesToo() {
    cluster.network(proxy(NetworkSpec.KubeProxyMode.IPVS));
    assertThat(English.say(cluster.finding("KernelModules", "n1").read())).contains("ip_vs_rr");
  }

  @Test
  void nftablesNeedsItsKernelAndOnlyThen() {
    assertThat(cluster.look().byCheck()).doesNotContainKey("NftablesKernel");
    cluster
        .network(proxy(NetworkSpec.KubeProxyMode.NFTABLES))
        .facts("n2", Change.release("5.10.0"));
    assertThat(cluster.cell("NftablesKernel", "n1")).startsWith("PASSED 6.12");
    assertThat(cluster.cell("NftablesKernel", "n2")).isEqualTo("BLOCKS 5.10.0");
  }

  @Test
  void forwardingIsSetByTheInstallationForTheFamiliesInUse() {
    cluster.facts("n2", Change.sysctl("net.ipv4.ip_forward", "0"));
    var ipv4 = "FileContent--proc-sys-net-ipv4-ip_forward";
    var ipv6 = "FileContent--proc-sys-net-ipv6-conf-default-forwarding";
    assertThat(cluster.cell(ipv4, "n1")).isEqualTo("PASSED on");
    assertThat(cluster.cell(ipv4, "n2")).isEqualTo("SET_BY_INSTALL to set");
    assertThat(cluster.look().byCheck()).doesNotContainKey(ipv6);
    cluster
        .network(dualStack())
        .facts("n1", Change.sysctl("net.ipv6.conf.default.forwarding", "0"));
    assertThat(cluster.cell(ipv6, "n1")).isEqualTo("SET_BY_INSTALL to set");
    assertThat(cluster.cell(ipv6, "n2")).isEqualTo("BLOCKS no IPv6");
  }

  @Test
  void aMissingProgramBlocksWhereNoPackageOfThePlanBringsIt() {
    cluster.facts("n1", Change.without("cp")).facts("n2", Change.without("losetup"));
    assertThat(cluster.cell("FileExisting-cp", "n1")).isEqualTo("BLOCKS missing");
    assertThat(cluster.cell("FileExisting-losetup", "n2")).isEqualTo("SET_BY_INSTALL missing");
    assertThat(cluster.cell("FileExisting-cp", "n2")).isEqualTo("PASSED there");
  }

  @Test
  void aNodeNameThatKubeadmRefusesBlocks() {
    assertThat(cluster.cell("Hostname", "n1")).isEqualTo("PASSED n1");
    for (String bad : List.of("node_2", "localhost", "-n2", "n".repeat(64))) {
      var unnamed = TestCluster.ofThree().unnamed("n2").facts("10.88.0.12", Change.hostname(bad));
      assertThat(unnamed.cell("Hostname", "10.88.0.12")).isEqualTo("BLOCKS " + bad);
    }
    var upper = TestCluster.ofThree().unnamed("n2").facts("10.88.0.12", Change.hostname("Web-2"));
    assertThat(upper.cell("Hostname", "10.88.0.12")).isEqualTo("PASSED web-2");
  }

  @Test
  void theInstallationMakesNamesResolve() {
    cluster.facts("n2", Change.hostname("n2", "127.0.1.1")).facts("n3", Change.hostname("n3"));
    assertThat(cluster.cell("HostnameResolves", "n1")).isEqualTo("PASSED 10.88.0.11");
    assertThat(cluster.cell("HostnameResolves", "n2")).isEqualTo("SET_BY_INSTALL to set");
    assertThat(cluster.cell("HostnameResolves", "n3")).isEqualTo("SET_BY_INSTALL to set");
  }

  @Test
  void aClockThatNobodyKeepsIsWarnedOfUnlessTimeServersAreNamed() {
    cluster
        .facts("n2", f -> f.with(clock(Optional.empty())))
        .facts("n3", f -> f.with(clock(Optional.of("chrony"))));
    assertThat(cluster.cell("TimeSync", "n1")).isEqualTo("PASSED chrony");
    assertThat(cluster.cell("TimeSync", "n2")).isEqualTo("WARNING nobody");
    assertThat(cluster.finding("TimeSync", "n2").mend()).containsExactly(Mends.keepTime());
    assertThat(cluster.cell("TimeSync", "n3")).isEqualTo("WARNING not yet");
    cluster.prepare(prepare(List.of("ntp.example.lan"), PrepareSpec.Selinux.KEEP));
    assertThat(cluster.cell("TimeSync", "n2")).isEqualTo("SET_BY_INSTALL to set");
  }

  @Test
  void enforcingSelinuxIsWarnedOfAndMadePermissiveOnlyOnWish() {
    cluster.facts(
        "n2", f -> f.with(new Security(Security.SelinuxMode.ENFORCING, Optional.empty(), false)));
    assertThat(cluster.cell("SELinux", "n1")).isEqualTo("PASSED disabled");
    assertThat(cluster.cell("SELinux", "n2")).isEqualTo("WARNING enforcing");
    cluster.prepare(prepare(List.of(), PrepareSpec.Selinux.PERMISSIVE));
    assertThat(cluster.cell("SELinux", "n2")).isEqualTo("SET_BY_INSTALL enforcing");
  }

  @Test
  void appArmorWithoutItsParserIsWarnedOf() {
    cluster.facts(
        "n2", f -> f.with(new Security(Security.SelinuxMode.DISABLED, Optional.empty(), true)));
    assertThat(cluster.cell("AppArmor", "n1")).isEqualTo("PASSED off");
    assertThat(cluster.cell("AppArmor", "n2")).isEqualTo("WARNING no parser");
  }

  static NetworkSpec proxy(NetworkSpec.KubeProxyMode mode) {
    var d = NetworkSpec.DEFAULT;
    return new NetworkSpec(
        d.endpoint(), d.highAvailability(), d.podCIDR(), d.serviceCIDR(), d.dnsDomain(), mode);
  }

  static NetworkSpec dualStack() {
    var d = NetworkSpec.DEFAULT;
    return new NetworkSpec(
        d.endpoint(),
        d.highAvailability(),
        List.of(Cidr.parse("10.244.0.0/16"), Cidr.parse("fd00:10:244::/56")),
        List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00:10:96::/112")),
        d.dnsDomain(),
        d.kubeProxy());
  }

  static PrepareSpec prepare(List<String> servers, PrepareSpec.Selinux selinux) {
    return new PrepareSpec(servers, selinux, new TreeMap<>(), false, false);
  }

  private static Clock clock(Optional<String> service) {
    return new Clock(OptionalLong.empty(), Optional.of(false), service, Optional.empty());
  }
}
