package io.github.kubeadmwizard.migrate;

/** The documents that a kubeadm file holds today. */
enum Paper {
  INIT("InitConfiguration", "kubeadm.k8s.io/v1beta4"),
  CLUSTER("ClusterConfiguration", "kubeadm.k8s.io/v1beta4"),
  JOIN("JoinConfiguration", "kubeadm.k8s.io/v1beta4"),
  KUBELET("KubeletConfiguration", "kubelet.config.k8s.io/v1beta1"),
  KUBE_PROXY("KubeProxyConfiguration", "kubeproxy.config.k8s.io/v1alpha1");

  private final String kind;
  private final String apiVersion;

  Paper(String kind, String apiVersion) {
    this.kind = kind;
    this.apiVersion = apiVersion;
  }

  String kind() {
    return kind;
  }

  String apiVersion() {
    return apiVersion;
  }

  /** The key below {@code kubeadm} in the cluster file. */
  String key() {
    return Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
  }
}
