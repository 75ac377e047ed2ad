package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an earlier cluster, or the one that runs, left on the host.
 *
 * @param kubernetesFiles regular files under /etc/kubernetes, whole paths
 * @param etcdFiles names in /var/lib/etcd
 * @param kubeletFiles names in /var/lib/kubelet
 * @param cniConfigs names in /etc/cni/net.d
 * @param cniLinks network links such as cni0, flannel.1, cali…
 * @param kubeChains chains of iptables or nftables named KUBE-…
 */
public record Leftovers(
    List<String> kubernetesFiles,
    List<String> etcdFiles,
    List<String> kubeletFiles,
    List<String> cniConfigs,
    List<String> cniLinks,
    int kubeChains)
    implements FactsPart {
  private static final Pattern VXLAN = Pattern.compile("flannel(-v6)?\\.\\d+");
  private static final Pattern WIREGUARD = Pattern.compile("flannel-wg(-v6)?");

  public Leftovers {
    kubernetesFiles = List.copyOf(kubernetesFiles);
    etcdFiles = List.copyOf(etcdFiles);
    kubeletFiles = List.copyOf(kubeletFiles);
    cniConfigs = List.copyOf(cniConfigs);
    cniLinks = List.copyOf(cniLinks);
  }

  /**
   * The ways in which Flannel carries or carried packets, as its links tell: {@code vxlan}, {@code
   * wireguard}; empty where it made none, as with {@code host-gw}. Source: flannel, its backends.
   */
  public Set<String> flannelWays() {
    var ways = new TreeSet<String>();
    for (String link : cniLinks) {
      if (VXLAN.matcher(link).matches()) {
        ways.add("vxlan");
      } else if (WIREGUARD.matcher(link).matches()) {
        ways.add("wireguard");
      }
    }
    return ways;
  }

  /** Whether the host looks as if it had never been a node. */
  public boolean isEmpty() {
    return kubernetesFiles.isEmpty()
        && etcdFiles.isEmpty()
        && kubeletFiles.isEmpty()
        && cniConfigs.isEmpty()
        && cniLinks.isEmpty()
        && kubeChains == 0;
  }
}
