package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants of Calico, however it is installed. Source: Calico's documentation, IP pools
 * and IP autodetection methods; the rules on it: {@code cluster.CniRules}.
 */
final class Calico {
  static final String FILE = "10-calico.conflist";
  private static final String KUBERNETES = "kubernetes-internal-ip";
  static final List<String> REGISTRIES = List.of("quay.io");

  private final ClusterSpec spec;

  Calico(ClusterSpec spec) {
    this.spec = spec;
  }

  /** How packets reach another node. */
  enum Carriage {
    VXLAN,
    IPIP,
    NONE
  }

  Carriage carriage() {
    return switch (cni().backend().orElse("vxlan")) {
      case "ipip" -> Carriage.IPIP;
      case "none" -> Carriage.NONE;
      default -> Carriage.VXLAN;
    };
  }

  /**
   * Whether only packets to other subnets are wrapped; where the user says nothing it is as in
   * upstream's manifests: yes for VXLAN, no for IP-in-IP.
   */
  boolean crossSubnet() {
    String usual = carriage() == Carriage.VXLAN ? "true" : "false";
    return cni().options().getOrDefault("crossSubnet", usual).equals("true");
  }

  /**
   * How a node finds the address that it tells the others. Where the user says nothing it is the
   * node's address in Kubernetes, which the installation sets; upstream's first-found may take
   * another card's.
   */
  String autodetection() {
    return cni()
        .networkInterface()
        .map(card -> "interface=^" + card.replace(".", "\\.") + "$")
        .or(() -> Optional.ofNullable(cni().options().get("autodetection")))
        .orElse(KUBERNETES);
  }

  /** The same for IPv6; what names addresses of IPv4 alone cannot find one of IPv6. */
  String autodetectionIpv6() {
    String method = autodetection();
    boolean named = method.startsWith("can-reach=") || method.startsWith("cidr=");
    return named && !method.contains(":") ? KUBERNETES : method;
  }

  Optional<Cidr> ipv4() {
    return range(false);
  }

  Optional<Cidr> ipv6() {
    return range(true);
  }

  private Optional<Cidr> range(boolean ipv6) {
    return spec.network().podCIDR().stream().filter(one -> one.isIpv6() == ipv6).findFirst();
  }

  Optional<Integer> mtu() {
    return cni().mtu();
  }

  private CniSpec cni() {
    return spec.cni();
  }

  /** Source: Calico's documentation, network requirements. */
  List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    switch (carriage()) {
      case VXLAN -> passages.add(new Passage("udp", "4789", "Calico VXLAN"));
      case IPIP -> {
        passages.add(new Passage("ipip", "", "Calico IP-in-IP"));
        passages.add(new Passage("tcp", "179", "Calico BGP"));
      }
      case NONE -> passages.add(new Passage("tcp", "179", "Calico BGP"));
    }
    return passages;
  }

  /** ip_set for its policies; the tunnel's own. */
  List<String> modules() {
    return switch (carriage()) {
      case VXLAN -> List.of("ip_set", "vxlan");
      case IPIP -> List.of("ip_set", "ipip");
      case NONE -> List.of("ip_set");
    };
  }
}
