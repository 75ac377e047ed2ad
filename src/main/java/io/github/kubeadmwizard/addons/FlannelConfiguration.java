package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Flannel and the container runtime read. Source: flannel, Documentation/configuration.md and
 * backends.md; the runtime's part: CNI specification 0.3.1.
 */
final class FlannelConfiguration {
  private final List<Cidr> pods;
  private final CniSpec cni;

  FlannelConfiguration(ClusterSpec spec) {
    this.pods = spec.network().podCIDR();
    this.cni = spec.cni();
  }

  KubeObject configMap() {
    return new KubeObject(
        "v1",
        "ConfigMap",
        Flannel.CONFIGURATION,
        Optional.of(Flannel.NAMESPACE),
        new TreeMap<>(Map.of("tier", "node", "k8s-app", "flannel", "app", "flannel")),
        Tree.of(
            "data",
            Tree.of(
                "cni-conf.json", json(runtimesPart()),
                "net-conf.json", json(flannelsPart()))));
  }

  /** What Flannel itself reads, as it comes back from a cluster. */
  Map<String, Object> netConf() {
    return new TreeMap<>(Json.object(Json.line(flannelsPart())).orElseThrow());
  }

  private static String json(Map<String, Object> value) {
    return Json.pretty(value).replace(System.lineSeparator(), "\n") + "\n";
  }

  private static Map<String, Object> runtimesPart() {
    var bridge = Tree.of("hairpinMode", true, "isDefaultGateway", true);
    return Tree.of(
        "name",
        "cbr0",
        "cniVersion",
        "0.3.1",
        "plugins",
        List.of(
            Tree.of("type", "flannel", "delegate", bridge),
            Tree.of("type", "portmap", "capabilities", Tree.of("portMappings", true))));
  }

  private Map<String, Object> flannelsPart() {
    var ipv4 = range(false);
    var ipv6 = range(true);
    return Tree.of(
        "Network",
        ipv4,
        "EnableIPv4",
        ipv4.isPresent() ? Optional.empty() : Optional.of(false),
        "EnableIPv6",
        ipv6.map(_ -> true),
        "IPv6Network",
        ipv6,
        "EnableNFTables",
        false,
        "Backend",
        backend());
  }

  private Optional<String> range(boolean ipv6) {
    return pods.stream().filter(range -> range.isIpv6() == ipv6).map(Cidr::toString).findFirst();
  }

  private Map<String, Object> backend() {
    boolean direct = "true".equals(cni.options().get("directRouting"));
    return Tree.of(
        "Type", cni.backend().orElse("vxlan"),
        "MTU", cni.mtu(),
        "DirectRouting", direct ? Optional.of(true) : Optional.empty());
  }
}
