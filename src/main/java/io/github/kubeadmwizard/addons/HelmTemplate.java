package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The command that makes Cilium's manifest for a cluster, on any machine that has Helm and reaches
 * the chart; no cluster is needed. Source of the values: Cilium's Helm reference. Hubble stays out,
 * since its certificates, with their keys, would stand in the file.
 */
public final class HelmTemplate {
  private HelmTemplate() {}

  /** Read once, and not before it is asked for. */
  private static final class Chart {
    private static final Map<String, Object> DATA =
        PlainTree.read(Assets.text("addons/cilium.yaml"));
    private static final String REPOSITORY = String.valueOf(DATA.get("repository"));
    private static final String VERSION = String.valueOf(DATA.get("version"));
  }

  /**
   * The command on one line.
   *
   * @param apiServer where nodes reach the API; needed where kube-proxy is replaced
   */
  public static String cilium(ClusterSpec spec, ApiServer apiServer) {
    var words =
        new ArrayList<>(
            List.of(
                "helm template cilium cilium",
                "--repo " + Chart.REPOSITORY,
                "--version " + Chart.VERSION,
                "--namespace kube-system",
                "--kube-version " + spec.kubernetes().minorText(),
                "--set ipam.mode=kubernetes",
                "--set hubble.enabled=false",
                "--set kubeProxyReplacement=" + spec.replacesKubeProxy()));
    if (spec.replacesKubeProxy()) {
      words.add("--set k8sServiceHost=" + apiServer.host());
      words.add("--set k8sServicePort=" + apiServer.port());
    }
    Predicate<Cidr> ipv6 = Cidr::isIpv6;
    if (spec.network().podCIDR().stream().anyMatch(ipv6)) {
      words.add("--set ipv6.enabled=true");
    }
    if (spec.network().podCIDR().stream().noneMatch(ipv6.negate())) {
      words.add("--set ipv4.enabled=false");
    }
    spec.cni().mtu().ifPresent(mtu -> words.add("--set MTU=" + mtu));
    spec.cni().networkInterface().ifPresent(card -> words.add("--set devices=" + card));
    return String.join(" ", words) + " > cilium.yaml";
  }

  /** The version of the chart. */
  public static String version() {
    return Chart.VERSION;
  }
}
