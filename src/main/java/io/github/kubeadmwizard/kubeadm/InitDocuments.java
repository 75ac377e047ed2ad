package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeProxyConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeletConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of {@code kubeadm.yaml}, with the user's own settings laid over.
 *
 * @param kubeProxy empty where the pod network does its work
 */
public record InitDocuments(
    InitConfiguration init,
    ClusterConfiguration cluster,
    KubeletConfiguration kubelet,
    Optional<KubeProxyConfiguration> kubeProxy) {

  /** All of them in the file's order. */
  public List<ConfigDocument> documents() {
    var all = new ArrayList<ConfigDocument>(List.of(init, cluster, kubelet));
    kubeProxy.ifPresent(all::add);
    return List.copyOf(all);
  }
}
