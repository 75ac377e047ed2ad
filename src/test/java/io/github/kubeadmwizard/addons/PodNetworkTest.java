package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterRules;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.manifests.EditRefused;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.Upstream;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the plugins make of a wish: on the short manifests that the program has for practice, and on
 * upstream's where they are at hand. Both have to come out alike.
 */
final class PodNetworkTest {
  private static final ApiServer API = new ApiServer("k8s.example.org", 6443);
  private static final String V4 = "10.10.0.0/16";
  private static final String BOTH = V4 + ",fd00:10:244::/56";

  /** Whose manifests are taken. */
  enum From {
    PRACTICE,
    UPSTREAM;

    Manifest manifest(ManifestWish wish) throws IOException, Manifest.NoObject {
      return this == UPSTREAM
          ? Upstream.manifest(wish.name())
          : Manifest.read(wish.name(), Assets.text("practice/manifests/" + wish.name() + ".yaml"));
    }
  }

  static ClusterSpec cluster(String pods, CniSpec.Name name, Map<String, String> keys) {
    var host =
        new HostSpec(
            Optional.of("n1"),
            "10.88.0.11",
            22,
            "ops",
            Optional.empty(),
            true,
            Set.of(Role.CONTROL_PLANE),
            Optional.empty(),
            Optional.empty(),
            false,
            new TreeMap<>(),
            List.of());
    var options = new TreeMap<>(keys);
    var cni =
        new CniSpec(
            name,
            Optional.ofNullable(options.remove("backend")),
            Optional.ofNullable(options.remove("interface")),
            Optional.ofNullable(options.remove("mtu")).map(Integer::valueOf),
            Optional.ofNullable(options.remove("manifest")),
            options);
    var ranges = Arrays.stream(pods.split(",")).map(Cidr::parse).toList();
    var usual = NetworkSpec.DEFAULT;
    var services =
        Stream.concat(
                usual.serviceCIDR().stream(),
                ranges.size() > 1 ? Stream.of(Cidr.parse("fd00:10:96::/112")) : Stream.of())
            .toList();
    var network =
        new NetworkSpec(
            usual.endpoint(),
            usual.highAvailability(),
            ranges,
            services,
            usual.dnsDomain(),
            usual.kubeProxy());
    return ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(host)).with(network).with(cni);
  }

  private static List<Layer> layers(From from, ClusterSpec spec)
      throws IOException, Manifest.NoObject {
    assertThat(ClusterRules.broken(spec)).isEmpty();
    var fetched = new LinkedHashMap<String, Manifest>();
    for (ManifestWish wish : PodNetwork.of(spec).manifests()) {
      fetched.put(wish.name(), from.manifest(wish));
    }
    return PodNetwork.of(spec).layers(new Manifests(fetched), API);
  }

  private static List<Map<String, Object>> objects(From from, ClusterSpec spec)
      throws IOException, Manifest.NoObject {
    return layers(from, spec).stream()
        .flatMap(layer -> PlainTree.readAll(layer.text()).stream())
        .toList();
  }

  private static Map<?, ?> object(List<Map<String, Object>> objects, String kind, String name) {
    return objects.stream()
        .filter(one -> kind.equals(one.get("kind")))
        .filter(one -> one.get("metadata") instanceof Map<?, ?> m && name.equals(m.get("name")))
        .findFirst()
        .orElseThrow();
  }

  /** The value that keys lead to, and in lists the items' names. */
  private static Object at(Object tree, Object... path) {
    Object value = tree;
    for (Object step : path) {
      value =
          switch (value) {
            case Map<?, ?> map -> map.get(step);
            case List<?> items ->
                items.stream()
                    .filter(one -> one instanceof Map<?, ?> m && step.equals(m.get("name")))
                    .findFirst()
                    .orElse(null);
            default -> null;
          };
      if (value == null) {
        return "(no " + step + ")";
      }
    }
    return value;
  }

  private static Object container(
      List<Map<String, Object>> objects, String daemons, String container, String... path) {
    var spec = at(object(objects, "DaemonSet", daemons), "spec", "template", "spec", "containers");
    return at(at(spec, container), (Object[]) path);
  }

  private static Map<String, Object> variables(
      List<Map<String, Object>> objects, String daemons, String container, String... names) {
    var found = new LinkedHashMap<String, Object>();
    for (String name : names) {
      found.put(name, container(objects, daemons, container, "env", name, "value"));
    }
    return found;
  }

  private static Map<String, Object> calicos(List<Map<String, Object>> objects, String... names) {
    return variables(objects, "calico-node", "calico-node", names);
  }

  private static Object setting(List<Map<String, Object>> objects, String map, String key) {
    return at(object(objects, "ConfigMap", map), "data", key);
  }

  private static List<String> images(List<Map<String, Object>> objects) {
    return new Manifest("all", objects).images();
  }

  private static List<String> passages(ClusterSpec spec) {
    return PodNetwork.of(spec).passages().stream()
        .map(one -> (one.protocol() + " " + one.ports()).strip())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void calicoSendsByVxlanFromTheNodesOwnAddress(From from) throws Exception {
    var spec = cluster(V4, CniSpec.Name.CALICO, Map.of());
    var objects = objects(from, spec);
    assertThat(
            calicos(
                objects,
                "CALICO_IPV4POOL_CIDR",
                "IP_AUTODETECTION_METHOD",
                "CALICO_IPV4POOL_VXLAN",
                "CALICO_IPV4POOL_IPIP",
                "FELIX_IPV6SUPPORT"))
        .hasToString(
            "{CALICO_IPV4POOL_CIDR=10.10.0.0/16, IP_AUTODETECTION_METHOD=kubernetes-internal-ip,"
                + " CALICO_IPV4POOL_VXLAN=CrossSubnet, CALICO_IPV4POOL_IPIP=Never,"
                + " FELIX_IPV6SUPPORT=false}");
    assertThat(setting(objects, "calico-config", "calico_backend")).isEqualTo("vxlan");
    assertThat(setting(objects, "calico-config", "veth_mtu")).isEqualTo("0");
    assertThat(passages(spec)).containsExactly("udp 4789");
    assertThat(PodNetwork.of(spec).modules()).containsExactly("ip_set", "vxlan");
  }

  @ParameterizedTest
  @EnumSource
  void calicoTakesWhatIsChosen(From from) throws Exception {
    var keys =
        Map.of(
            "backend", "ipip",
            "crossSubnet", "true",
            "interface", "eth0.100",
            "mtu", "1380",
            "imageRegistry", "10.0.0.1:5000/mirror");
    var spec = cluster(V4, CniSpec.Name.CALICO, keys);
    var objects = objects(from, spec);
    assertThat(
            calicos(
                objects,
                "IP_AUTODETECTION_METHOD",
                "CALICO_IPV4POOL_IPIP",
                "CALICO_IPV4POOL_VXLAN"))
        .hasToString(
            "{IP_AUTODETECTION_METHOD=interface=^eth0\\.100$, CALICO_IPV4POOL_IPIP=CrossSubnet,"
                + " CALICO_IPV4POOL_VXLAN=Never}");
    assertThat(setting(objects, "calico-config", "calico_backend")).isEqualTo("bird");
    assertThat(setting(objects, "calico-config", "veth_mtu")).isEqualTo("1380");
    assertThat(images(objects))
        .containsExactlyInAnyOrder(
            "10.0.0.1:5000/mirror/calico/cni:v3.32.1",
            "10.0.0.1:5000/mirror/calico/node:v3.32.1",
            "10.0.0.1:5000/mirror/calico/kube-controllers:v3.32.1");
    assertThat(PodNetwork.of(spec).registries()).containsExactly("10.0.0.1:5000");
    assertThat(passages(spec)).containsExactly("ipip", "tcp 179");
  }

  @ParameterizedTest
  @EnumSource
  void calicoWithoutWrappingLeavesItToBgp(From from) throws Exception {
    var spec =
        cluster(
            V4,
            CniSpec.Name.CALICO,
            Map.of("backend", "none", "autodetection", "can-reach=8.8.8.8"));
    assertThat(
            calicos(
                objects(from, spec),
                "IP_AUTODETECTION_METHOD",
                "CALICO_IPV4POOL_IPIP",
                "CALICO_IPV4POOL_VXLAN"))
        .hasToString(
            "{IP_AUTODETECTION_METHOD=can-reach=8.8.8.8, CALICO_IPV4POOL_IPIP=Never,"
                + " CALICO_IPV4POOL_VXLAN=Never}");
    assertThat(passages(spec)).containsExactly("tcp 179");
  }

  @ParameterizedTest
  @EnumSource
  void calicoGivesBothFamilies(From from) throws Exception {
    var keys = Map.of("crossSubnet", "false", "autodetection", "can-reach=10.0.0.1");
    var objects = objects(from, cluster(BOTH, CniSpec.Name.CALICO, keys));
    assertThat(
            calicos(
                objects,
                "CALICO_IPV4POOL_CIDR",
                "CALICO_IPV6POOL_CIDR",
                "CALICO_IPV4POOL_VXLAN",
                "CALICO_IPV6POOL_VXLAN",
                "CALICO_IPV6POOL_NAT_OUTGOING",
                "FELIX_IPV6SUPPORT",
                "IP6",
                "IP_AUTODETECTION_METHOD",
                "IP6_AUTODETECTION_METHOD"))
        .hasToString(
            "{CALICO_IPV4POOL_CIDR=10.10.0.0/16, CALICO_IPV6POOL_CIDR=fd00:10:244::/56,"
                + " CALICO_IPV4POOL_VXLAN=Always, CALICO_IPV6POOL_VXLAN=Always,"
                + " CALICO_IPV6POOL_NAT_OUTGOING=true, FELIX_IPV6SUPPORT=true, IP6=autodetect,"
                + " IP_AUTODETECTION_METHOD=can-reach=10.0.0.1,"
                + " IP6_AUTODETECTION_METHOD=kubernetes-internal-ip}");
    var template = (String) setting(objects, "calico-config", "cni_network_config");
    assertThat(template).contains("\"mtu\" : __CNI_MTU__");
    var first =
        ((List<?>) Json.object(template.replace("__CNI_MTU__", "0")).orElseThrow().get("plugins"))
            .getFirst();
    assertThat(at(first, "ipam"))
        .hasToString("{type=calico-ipam, assign_ipv4=true, assign_ipv6=true}");
  }

  @ParameterizedTest
  @EnumSource
  void calicosOperatorIsToldTheSame(From from) throws Exception {
    var keys =
        Map.of(
            "install", "operator",
            "backend", "vxlan",
            "crossSubnet", "false",
            "interface", "eth1",
            "mtu", "1400",
            "imageRegistry", "10.0.0.1:5000/mirror");
    var spec = cluster(BOTH, CniSpec.Name.CALICO, keys);
    var objects = objects(from, spec);
    var wish = at(object(objects, "Installation", "default"), "spec");
    assertThat(at(wish, "registry") + " " + at(wish, "imagePath"))
        .isEqualTo("10.0.0.1:5000/ mirror/calico");
    var network = at(wish, "calicoNetwork");
    assertThat(at(network, "mtu")).isEqualTo(1400L);
    assertThat(at(network, "nodeAddressAutodetectionV4")).hasToString("{interface=^eth1$}");
    assertThat(at(network, "nodeAddressAutodetectionV6")).hasToString("{interface=^eth1$}");
    assertThat(at(network, "ipPools", "default-ipv4-ippool", "cidr")).isEqualTo(V4);
    assertThat(at(network, "ipPools", "default-ipv4-ippool", "encapsulation")).isEqualTo("VXLAN");
    assertThat(at(network, "ipPools", "default-ipv6-ippool", "cidr")).isEqualTo("fd00:10:244::/56");
    assertThat(images(objects)).containsExactly("10.0.0.1:5000/mirror/tigera/operator:v1.42.3");
    assertThat(objects).extracting(one -> one.get("kind")).doesNotContain("Whisker", "Goldmane");
    assertThat(objects.getFirst()).containsEntry("kind", "CustomResourceDefinition");
    assertThat(objects.getLast()).containsEntry("kind", "APIServer");
    assertThat(passages(spec)).containsExactly("udp 4789", "tcp 179", "tcp 5473");
  }

  /** Source: tigera/operator v1.42.3, pkg/components/calico.go. */
  @ParameterizedTest
  @EnumSource
  void whatCalicosOperatorStartsIsKnown(From from) throws Exception {
    var keys = Map.of("install", "operator", "imageRegistry", "r.lan/m");
    var layers = layers(from, cluster(BOTH, CniSpec.Name.CALICO, keys));
    assertThat(layers.stream().flatMap(layer -> layer.images().stream()))
        .containsExactlyInAnyOrder(
            "r.lan/m/tigera/operator:v1.42.3",
            "r.lan/m/calico/cni:v3.32.1",
            "r.lan/m/calico/kube-controllers:v3.32.1",
            "r.lan/m/calico/node:v3.32.1",
            "r.lan/m/calico/typha:v3.32.1",
            "r.lan/m/calico/pod2daemon-flexvol:v3.32.1",
            "r.lan/m/calico/csi:v3.32.1",
            "r.lan/m/calico/node-driver-registrar:v3.32.1");
    assertThat(layers.stream().flatMap(layer -> layer.later().stream()))
        .containsExactly("r.lan/m/calico/apiserver:v3.32.1");
  }

  @ParameterizedTest
  @EnumSource
  void canalTakesThePodRangeTheCardAndTheMtu(From from) throws Exception {
    var spec = cluster(V4, CniSpec.Name.CANAL, Map.of("interface", "eth1", "mtu", "1400"));
    var objects = objects(from, spec);
    assertThat(
            Json.object((String) setting(objects, "canal-config", "net-conf.json")).orElseThrow())
        .hasToString("{Network=10.10.0.0/16, Backend={Type=vxlan}}");
    assertThat(setting(objects, "canal-config", "canal_iface")).isEqualTo("eth1");
    assertThat(setting(objects, "canal-config", "veth_mtu")).isEqualTo("1400");
    assertThat(variables(objects, "canal", "calico-node", "CALICO_IPV4POOL_CIDR"))
        .hasToString("{CALICO_IPV4POOL_CIDR=10.10.0.0/16}");
    assertThat(passages(spec)).containsExactly("udp 8472");
  }

  @ParameterizedTest
  @EnumSource
  void weavesImagesHaveAVersion(From from) throws Exception {
    var spec = cluster(V4, CniSpec.Name.WEAVE, Map.of("mtu", "1350"));
    var objects = objects(from, spec);
    assertThat(images(objects))
        .containsExactlyInAnyOrder(
            "docker.io/weaveworks/weave-kube:2.8.1", "docker.io/weaveworks/weave-npc:2.8.1");
    assertThat(variables(objects, "weave-net", "weave", "IPALLOC_RANGE", "WEAVE_MTU"))
        .hasToString("{IPALLOC_RANGE=10.10.0.0/16, WEAVE_MTU=1350}");
    assertThat(container(objects, "weave-net", "weave", "imagePullPolicy"))
        .isEqualTo("IfNotPresent");
    assertThat(passages(spec)).containsExactly("tcp 6783", "udp 6783-6784");
  }

  @Test
  void theUsersOwnManifestIsAppliedAsItIs() throws Manifest.NoObject {
    var spec = cluster(V4, CniSpec.Name.MANIFEST, Map.of("manifest", "~/net.yaml"));
    var network = PodNetwork.of(spec);
    assertThat(network.manifests()).containsExactly(new ManifestWish.OfTheUser("~/net.yaml"));
    var own = Manifest.read("~/net.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: a}}");
    assertThat(network.layers(new Manifests(Map.of("~/net.yaml", own)), API))
        .containsExactly(
            new Layer(
                "manifest",
                "# ~/net.yaml\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n",
                List.of()));
  }

  private static Manifests cilium(String replacement) throws Manifest.NoObject {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: cilium-config, namespace: kube-system}
        data: {kube-proxy-replacement: "@REPLACEMENT@"}
        """;
    return new Manifests(
        Map.of("c.yaml", Manifest.read("c.yaml", text.replace("@REPLACEMENT@", replacement))));
  }

  @Test
  void ciliumHasToAgreeOnKubeProxy() throws Manifest.NoObject {
    var keeps = cluster(V4, CniSpec.Name.CILIUM, Map.of("manifest", "c.yaml"));
    assertThat(PodNetwork.of(keeps).layers(cilium("false"), API)).hasSize(1);
    var replaces =
        cluster(
            BOTH,
            CniSpec.Name.CILIUM,
            Map.of("manifest", "c.yaml", "kubeProxyReplacement", "true", "mtu", "1400"));
    assertThat(PodNetwork.of(replaces).layers(cilium("true"), API)).hasSize(1);
    var manifests = cilium("false");
    var refused =
        catchThrowableOfType(
            EditRefused.class, () -> PodNetwork.of(replaces).layers(manifests, API));
    assertThat(refused.problem().why())
        .isEqualTo(
            Message.of(
                "manifests.ciliumDiffers.why",
                "c.yaml",
                "kube-proxy-replacement",
                "false",
                "true",
                "helm template cilium cilium --repo https://helm.cilium.io/ --version "
                    + HelmTemplate.version()
                    + " --namespace kube-system --kube-version 1.36 --set ipam.mode=kubernetes"
                    + " --set hubble.enabled=false --set kubeProxyReplacement=true"
                    + " --set k8sServiceHost=k8s.example.org --set k8sServicePort=6443"
                    + " --set ipv6.enabled=true --set MTU=1400 > cilium.yaml"));
  }
}
