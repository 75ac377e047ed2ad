package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Login;
import io.github.kubeadmwizard.facts.Network;
import io.github.kubeadmwizard.facts.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The requirements of the group network. */
final class NetworkChecksTest {
  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void anAdvertiseAddressThatNoCardCarriesBlocksAndCannotBeOverridden() {
    cluster.host("n1", host -> advertising(host, "203.0.113.7")).override("AdvertiseAddress");
    assertThat(cluster.cell("AdvertiseAddress", "n1")).isEqualTo("BLOCKS 203.0.113.7");
    assertThat(English.say(cluster.finding("AdvertiseAddress", "n1").read()))
        .contains("eth0 10.88.0.11");
  }

  @Test
  void anAddressThatIsToBeBoundIsSetByTheInstallation() {
    var bind = new TreeMap<String, PrepareSpec.BindAddress>();
    bind.put("n1", new PrepareSpec.BindAddress("eth0", "203.0.113.7/32"));
    cluster
        .host("n1", host -> advertising(host, "203.0.113.7"))
        .prepare(new PrepareSpec(List.of(), PrepareSpec.Selinux.KEEP, bind, false, false));
    assertThat(cluster.cell("AdvertiseAddress", "n1")).isEqualTo("SET_BY_INSTALL to set");
  }

  @Test
  void theNodesAddressIsTheOneThatRoutesToTheOthers() {
    assertThat(cluster.cell("NodeIP", "n2")).isEqualTo("PASSED 10.88.0.12");
    assertThat(cluster.cell("AdvertiseAddress", "n1")).isEqualTo("PASSED 10.88.0.11");
    cluster.host("n2", host -> withNodeIp(host, "10.9.9.9"));
    assertThat(cluster.cell("NodeIP", "n2")).isEqualTo("BLOCKS 10.9.9.9");
  }

  @Test
  void withoutADefaultRouteFlannelNeedsToBeToldACard() {
    cluster.facts("n2", Change.routes());
    assertThat(cluster.cell("DefaultRoute", "n1")).isEqualTo("PASSED eth0");
    assertThat(cluster.cell("DefaultRoute", "n2")).isEqualTo("WARNING none");
    cluster.cni(
        new CniSpec(
            CniSpec.Name.FLANNEL,
            Optional.empty(),
            Optional.of("eth0"),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>()));
    assertThat(cluster.cell("DefaultRoute", "n2")).isEqualTo("PASSED eth0");
  }

  @Test
  void dualStackNeedsAnAddressOfEachFamily() {
    assertThat(cluster.cell("AddressFamily", "n1")).isEqualTo("PASSED IPv4");
    cluster.network(SystemChecksTest.dualStack());
    assertThat(cluster.cell("AddressFamily", "n1")).isEqualTo("BLOCKS IPv4");
    cluster.host("n1", host -> withNodeIp(host, "10.88.0.11,fd00::11"));
    assertThat(cluster.cell("AddressFamily", "n1")).isEqualTo("PASSED IPv4, IPv6");
  }

  @Test
  void aRangeThatTheHostAlreadyRoutesBlocks() {
    cluster.facts(
        "n2",
        Change.routes(
            new Route(
                "10.244.8.0/24",
                false,
                Optional.empty(),
                Optional.of("vpn0"),
                Optional.empty(),
                OptionalInt.empty())));
    assertThat(cluster.cell("NetworkOverlap", "n1")).isEqualTo("PASSED free");
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("BLOCKS overlap");
    assertThat(English.say(cluster.finding("NetworkOverlap", "n2").read()))
        .isEqualTo("10.244.0.0/16 meets 10.244.8.0/24 on vpn0");
  }

  @Test
  void routesToPodsThroughTheOtherNodesOfThisClusterDoNotCount() {
    var hostGateway =
        Change.routes(
            new Route(
                "10.244.2.0/24",
                false,
                Optional.of("10.88.0.13"),
                Optional.of("eth0"),
                Optional.empty(),
                OptionalInt.empty()));
    cluster.facts("n2", hostGateway);
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("BLOCKS overlap");
    cluster.facts("n1", Change.apiServer("https://10.88.0.11:6443"));
    cluster.facts("n2", Change.apiServer("https://10.88.0.11:6443"));
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("PASSED free");
  }

  /** A pod network may call its bridge as it likes. */
  @Test
  void theBridgeOfThePodsOfThisClusterDoesNotCount() {
    cluster.facts("n2", Change.bridge("mine0", "10.244.1.1", 24));
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("BLOCKS overlap");
    cluster.facts("n1", Change.apiServer("https://10.88.0.11:6443"));
    cluster.facts("n2", Change.apiServer("https://10.88.0.11:6443"));
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("PASSED free");
  }

  @Test
  void aRangeThatHoldsTheHostsOwnAddressBlocks() {
    cluster.network(
        new NetworkSpec(
            Optional.empty(),
            NetworkSpec.DEFAULT.highAvailability(),
            List.of(Cidr.parse("10.88.0.0/16")),
            NetworkSpec.DEFAULT.serviceCIDR(),
            "cluster.local",
            NetworkSpec.KubeProxyMode.IPTABLES));
    assertThat(cluster.cell("NetworkOverlap", "n1")).isEqualTo("BLOCKS overlap");
  }

  @Test
  void routesOfThePodNetworkItselfDoNotCount() {
    var pods =
        new Route(
            "10.244.1.0/24",
            false,
            Optional.empty(),
            Optional.of("cni0"),
            Optional.empty(),
            OptionalInt.empty());
    cluster
        .facts("n2", Change.routes(pods))
        .facts("n2", Change.leftovers(List.of(), List.of(), List.of(), List.of("cni0")));
    assertThat(cluster.cell("NetworkOverlap", "n2")).isEqualTo("PASSED free");
  }

  @Test
  void aLoopbackNameServerBlocksUnlessSystemdResolvedKnowsTheRealOnes() {
    cluster
        .facts("n1", Change.resolver(true, List.of("127.0.0.53"), "10.0.0.1"))
        .facts("n2", Change.resolver(false, List.of("127.0.0.1")))
        .facts("n3", Change.resolver(false, List.of()));
    assertThat(cluster.cell("ResolvConf", "n1")).isEqualTo("PASSED 10.0.0.1");
    assertThat(cluster.cell("ResolvConf", "n2")).isEqualTo("BLOCKS loop");
    assertThat(cluster.cell("ResolvConf", "n3")).isEqualTo("WARNING none");
  }

  @Test
  void aProxyThatWouldCatchTheApiIsWarnedOf() {
    cluster
        .facts("n1", proxies(Map.of("https_proxy", "http://proxy:3128")))
        .facts(
            "n2",
            proxies(
                Map.of(
                    "https_proxy", "http://proxy:3128",
                    "no_proxy", "localhost,10.88.0.0/24,10.244.0.0/16,10.96.0.0/12")));
    assertThat(cluster.cell("HTTPProxy", "n1")).isEqualTo("WARNING by proxy");
    assertThat(cluster.cell("HTTPProxyCIDR", "n1")).isEqualTo("WARNING by proxy");
    assertThat(cluster.cell("HTTPProxy", "n2")).isEqualTo("PASSED direct");
    assertThat(cluster.cell("HTTPProxyCIDR", "n2")).isEqualTo("PASSED direct");
    assertThat(cluster.cell("HTTPProxy", "n3")).isEqualTo("PASSED direct");
  }

  @Test
  void networkManagerIsWarnedOfWithCalicoOnly() {
    UnaryOperator<HostFacts> managed =
        f -> {
          var n = f.network();
          return f.with(
              new Network(
                  n.nics(),
                  n.routes(),
                  n.ports(),
                  n.resolver(),
                  n.hosts(),
                  List.of("NetworkManager"),
                  List.of()));
        };
    cluster.facts("n1", managed);
    assertThat(cluster.look().byCheck()).doesNotContainKey("NetworkManager");
    cluster.cni(
        new CniSpec(
            CniSpec.Name.CALICO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>()));
    assertThat(cluster.cell("NetworkManager", "n1")).isEqualTo("WARNING manages");
  }

  @Test
  void anEtcdOfTheUsersOwnIsLeftToKubeadmToLookAt() {
    assertThat(cluster.look().byCheck()).doesNotContainKey("ExternalEtcdVersion");
    cluster.laidOver("clusterConfiguration", Map.of("etcd", Map.of("external", Map.of())));
    assertThat(cluster.cell("ExternalEtcdVersion", "n1")).isEqualTo("WARNING not read");
    assertThat(cluster.look().byCheck())
        .doesNotContainKeys("Port-2379", "Port-2380", "DirAvailable--var-lib-etcd");
  }

  private static UnaryOperator<HostFacts> proxies(Map<String, String> proxies) {
    return f -> {
      var l = f.login();
      return f.with(
          new Login(
              l.uid(), l.user(), l.loginUser(), l.home(), l.locale(), new TreeMap<>(proxies)));
    };
  }

  private static HostSpec advertising(HostSpec h, String address) {
    return new HostSpec(
        h.name(),
        h.address(),
        h.port(),
        h.user(),
        h.key(),
        h.agent(),
        h.roles(),
        h.nodeIP(),
        Optional.of(address),
        h.setHostname(),
        h.labels(),
        h.taints());
  }

  private static HostSpec withNodeIp(HostSpec h, String addresses) {
    return new HostSpec(
        h.name(),
        h.address(),
        h.port(),
        h.user(),
        h.key(),
        h.agent(),
        h.roles(),
        Optional.of(addresses),
        h.advertiseAddress(),
        h.setHostname(),
        h.labels(),
        h.taints());
  }
}
