package io.github.kubeadmwizard.facts;

import java.util.List;

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
  public Leftovers {
    kubernetesFiles = List.copyOf(kubernetesFiles);
    etcdFiles = List.copyOf(etcdFiles);
    kubeletFiles = List.copyOf(kubeletFiles);
    cniConfigs = List.copyOf(cniConfigs);
    cniLinks = List.copyOf(cniLinks);
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
