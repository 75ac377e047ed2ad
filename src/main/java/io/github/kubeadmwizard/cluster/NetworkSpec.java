package io.github.kubeadmwizard.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The cluster's addresses and names.
 *
 * @param endpoint control-plane endpoint as {@code host[:port]}; empty: a name of our own in the
 *     nodes' hosts files, so that control planes can be added later
 * @param podCIDR one range, or one of each family for dual stack
 * @param serviceCIDR one range, or one of each family
 */
public record NetworkSpec(
    Optional<String> endpoint,
    HighAvailability highAvailability,
    List<Cidr> podCIDR,
    List<Cidr> serviceCIDR,
    String dnsDomain,
    KubeProxyMode kubeProxy)
    implements ClusterPart {

  /** kubeadm's and Flannel's defaults. */
  public static final NetworkSpec DEFAULT =
      new NetworkSpec(
          Optional.empty(),
          new HighAvailability(HighAvailability.Mode.NONE, Optional.empty()),
          List.of(Cidr.parse("10.244.0.0/16")),
          List.of(Cidr.parse("10.96.0.0/12")),
          "cluster.local",
          KubeProxyMode.IPTABLES);

  public NetworkSpec {
    podCIDR = List.copyOf(podCIDR);
    serviceCIDR = List.copyOf(serviceCIDR);
  }

  /** How kube-proxy routes services. Source: KubeProxyConfiguration.mode. */
  public enum KubeProxyMode {
    IPTABLES,
    NFTABLES,
    IPVS
  }

  /**
   * How the endpoint stays reachable when a control plane is lost.
   *
   * @param virtualIP where the mode needs one
   */
  public record HighAvailability(Mode mode, Optional<String> virtualIP) {
    /** The way. */
    public enum Mode {
      NONE,
      EXTERNAL,
      KUBE_VIP,
      KEEPALIVED
    }
  }
}
