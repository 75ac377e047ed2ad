package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FlannelTest {
  private final FlannelCatalogue catalogue = FlannelCatalogue.ofThisProgram();
  private final Flannel flannel = new Flannel(catalogue);

  private static ClusterSpec cluster(String pods, CniSpec cni) {
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
    var usual = ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(host));
    var network =
        new NetworkSpec(
            Optional.empty(),
            NetworkSpec.DEFAULT.highAvailability(),
            Arrays.stream(pods.split(",")).map(Cidr::parse).toList(),
            NetworkSpec.DEFAULT.serviceCIDR(),
            "cluster.local",
            NetworkSpec.DEFAULT.kubeProxy());
    return new ClusterSpec(
        usual.name(),
        usual.kubernetes(),
        usual.hosts(),
        usual.ssh(),
        usual.prepare(),
        usual.packages(),
        usual.proxy(),
        usual.runtime(),
        usual.images(),
        network,
        cni,
        usual.manifests(),
        usual.addons(),
        usual.checks(),
        usual.kubeadm());
  }

  private static CniSpec cni(
      String backend, String card, Integer mtu, Map<String, String> options) {
    return new CniSpec(
        CniSpec.Name.FLANNEL,
        Optional.of(backend),
        Optional.of(card).filter(c -> !c.isEmpty()),
        Optional.of(mtu).filter(m -> m > 0),
        Optional.empty(),
        new TreeMap<>(options));
  }

  private Map<String, Object> netConf(String pods, CniSpec cni) {
    return PlainTree.read(data(flannel.objects(cluster(pods, cni), Optional.empty())));
  }

  private static String data(List<Map<String, Object>> objects) {
    return (String) at(object(objects, "ConfigMap"), "data", "net-conf.json");
  }

  private static Map<String, Object> object(List<Map<String, Object>> objects, String kind) {
    return objects.stream().filter(o -> kind.equals(o.get("kind"))).findFirst().orElseThrow();
  }

  private static Object daemon(List<Map<String, Object>> objects, String key) {
    return at(object(objects, "DaemonSet"), "spec", "template", "spec", "containers", 0, key);
  }

  /** The value that keys and positions lead to. */
  private static Object at(Object tree, Object... path) {
    Object value = tree;
    for (Object step : path) {
      value =
          Objects.requireNonNull(
              step instanceof Integer position
                  ? ((List<?>) value).get(position)
                  : ((Map<?, ?>) value).get(step));
    }
    return value;
  }

  /** Objects by kind, with the JSON inside them opened, so that only meaning is compared. */
  private static Map<String, Object> opened(List<Map<String, Object>> objects) {
    return objects.stream()
        .collect(Collectors.toMap(o -> (String) o.get("kind"), FlannelTest::opened));
  }

  private static Object opened(Map<String, Object> object) {
    if (!(object.get("data") instanceof Map<?, ?> data)) {
      return object;
    }
    var copy = new LinkedHashMap<>(object);
    copy.put(
        "data",
        data.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> PlainTree.read((String) e.getValue()))));
    return copy;
  }

  private Path upstream() {
    var directory =
        Optional.ofNullable(System.getProperty("kw.upstream.dir"))
            .or(() -> Optional.ofNullable(System.getenv("KW_UPSTREAM_DIR")))
            .orElse("../shared/upstream");
    var file = Path.of(directory, "flannel-" + catalogue.version() + ".yaml");
    assumeTrue(Files.exists(file), "upstream's manifest is not at hand: " + file);
    return file;
  }

  @Test
  void withNothingChosenTheObjectsAreUpstreams() throws IOException {
    var theirs = PlainTree.readAll(Files.readString(upstream()));
    var spec = cluster("10.244.0.0/16", CniSpec.DEFAULT);
    assertThat(opened(flannel.objects(spec, Optional.empty()))).isEqualTo(opened(theirs));
  }

  @Test
  void theCatalogueNamesThatVeryManifest() throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(upstream()));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(catalogue.sha256());
    assertThat(catalogue.upstream().getPath()).contains("/" + catalogue.version() + "/");
  }

  @Test
  void theTextHoldsTheSameObjects() {
    var spec = cluster("10.244.0.0/16", CniSpec.DEFAULT);
    var text = flannel.manifest(spec, Optional.empty());
    assertThat(text).startsWith("# Flannel " + catalogue.version()).isASCII();
    assertThat(PlainTree.readAll(text)).isEqualTo(flannel.objects(spec, Optional.empty()));
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(8000);
  }

  @Test
  void thePodRangeIsTheUsers() {
    assertThat(netConf("10.10.0.0/16", CniSpec.DEFAULT))
        .isEqualTo(
            Map.of(
                "Network",
                "10.10.0.0/16",
                "EnableNFTables",
                false,
                "Backend",
                Map.of("Type", "vxlan")));
  }

  @Test
  void dualStackHasBothRanges() {
    assertThat(netConf("10.10.0.0/16,fd00:10:244::/56", cni("host-gw", "", 0, Map.of())))
        .isEqualTo(
            Map.of(
                "Network",
                "10.10.0.0/16",
                "EnableIPv6",
                true,
                "IPv6Network",
                "fd00:10:244::/56",
                "EnableNFTables",
                false,
                "Backend",
                Map.of("Type", "host-gw")));
  }

  @Test
  void ipv6AloneSwitchesIpv4Off() {
    assertThat(netConf("fd00:10:244::/56", cni("wireguard", "", 1380, Map.of())))
        .isEqualTo(
            Map.of(
                "EnableIPv4", false,
                "EnableIPv6", true,
                "IPv6Network", "fd00:10:244::/56",
                "EnableNFTables", false,
                "Backend", Map.of("Type", "wireguard", "MTU", 1380L)));
  }

  @Test
  void theBackEndTakesTheUsersOptions() {
    assertThat(netConf("10.244.0.0/16", cni("vxlan", "", 1400, Map.of("directRouting", "true"))))
        .containsEntry("Backend", Map.of("Type", "vxlan", "MTU", 1400L, "DirectRouting", true));
  }

  @Test
  void theInterfaceIsAnArgument() {
    var spec = cluster("10.244.0.0/16", cni("vxlan", "eth1", 0, Map.of()));
    assertThat(daemon(flannel.objects(spec, Optional.empty()), "args"))
        .isEqualTo(
            List.of("--ip-masq", "--kube-subnet-mgr", "--healthz-port=8081", "--iface=eth1"));
  }

  @Test
  void withAnApiServerItNeedsNoKubeProxy() {
    var spec = cluster("10.244.0.0/16", CniSpec.DEFAULT);
    var usual = (List<?>) daemon(flannel.objects(spec, Optional.empty()), "env");
    var direct =
        (List<?>)
            daemon(flannel.objects(spec, Optional.of(new ApiServer("10.88.0.11", 6443))), "env");
    assertThat(direct.subList(0, usual.size())).isEqualTo(usual);
    assertThat(direct.subList(usual.size(), direct.size()))
        .isEqualTo(
            List.of(
                Map.of("name", "KUBERNETES_SERVICE_HOST", "value", "10.88.0.11"),
                Map.of("name", "KUBERNETES_SERVICE_PORT", "value", "6443")));
  }

  @Test
  void listsTheImagesOfItsPods() {
    var spec = cluster("10.244.0.0/16", CniSpec.DEFAULT);
    assertThat(flannel.manifest(spec, Optional.empty()).lines())
        .filteredOn(line -> line.contains("image:"))
        .extracting(line -> line.substring(line.indexOf(':') + 2).strip())
        .containsOnlyOnceElementsOf(flannel.images().subList(0, 1))
        .containsAll(flannel.images());
  }
}
