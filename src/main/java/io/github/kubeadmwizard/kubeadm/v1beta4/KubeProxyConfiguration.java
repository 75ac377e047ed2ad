package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Choice;
import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import io.github.kubeadmwizard.kubeadm.tree.Others;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How kube-proxy runs. Source: kubeproxy.config.k8s.io/v1alpha1: KubeProxyConfiguration; null means
 * kube-proxy's or kubeadm's default.
 *
 * @param clusterCIDR null: kubeadm fills in podSubnet
 * @param nodePortAddresses ranges, or {@code primary} or {@code all}
 * @param others every other field of this kind, as it is written in the file
 */
public record KubeProxyConfiguration(
    @Nullable Mode mode,
    @Nullable String clusterCIDR,
    @Nullable String detectLocalMode,
    @Nullable String healthzBindAddress,
    @Nullable String metricsBindAddress,
    @Nullable List<String> nodePortAddresses,
    @Nullable Conntrack conntrack,
    @Nullable Ipvs ipvs,
    @Nullable Rules iptables,
    @Nullable Rules nftables,
    Others others)
    implements ConfigDocument {
  public KubeProxyConfiguration {
    nodePortAddresses = Frozen.list(nodePortAddresses);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBE_PROXY;
  }

  /** How services are routed. nftables needs kernel 5.13; ipvs is deprecated since 1.35. */
  public enum Mode implements Choice {
    IPTABLES("iptables"),
    IPVS("ipvs"),
    NFTABLES("nftables");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** Connection tracking. Source: KubeProxyConntrackConfiguration. */
  public record Conntrack(
      @Nullable Integer maxPerCore,
      @Nullable Integer min,
      @Nullable GoDuration tcpEstablishedTimeout,
      @Nullable GoDuration tcpCloseWaitTimeout,
      @Nullable Boolean tcpBeLiberal,
      @Nullable GoDuration udpTimeout,
      @Nullable GoDuration udpStreamTimeout) {}

  /** IPVS. Source: KubeProxyIPVSConfiguration. */
  public record Ipvs(
      @Nullable GoDuration syncPeriod,
      @Nullable GoDuration minSyncPeriod,
      @Nullable String scheduler,
      @Nullable List<String> excludeCIDRs,
      @Nullable Boolean strictARP,
      @Nullable GoDuration tcpTimeout,
      @Nullable GoDuration tcpFinTimeout,
      @Nullable GoDuration udpTimeout) {
    public Ipvs {
      excludeCIDRs = Frozen.list(excludeCIDRs);
    }
  }

  /**
   * The rules of iptables or nftables. Source: KubeProxyIPTablesConfiguration and
   * KubeProxyNFTablesConfiguration.
   *
   * @param localhostNodePorts iptables only
   */
  public record Rules(
      @Nullable Integer masqueradeBit,
      @Nullable Boolean masqueradeAll,
      @Nullable Boolean localhostNodePorts,
      @Nullable GoDuration syncPeriod,
      @Nullable GoDuration minSyncPeriod) {}
}
