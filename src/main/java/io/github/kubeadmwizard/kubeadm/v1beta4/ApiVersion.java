package io.github.kubeadmwizard.kubeadm.v1beta4;

/**
 * The API versions of the documents that we write. Source: kubernetes-sigs kubeadm, kubelet and
 * kube-proxy configuration APIs as of Kubernetes 1.35 to 1.37.
 */
final class ApiVersion {
  static final String KUBEADM = "kubeadm.k8s.io/v1beta4";
  static final String KUBELET = "kubelet.config.k8s.io/v1beta1";
  static final String KUBE_PROXY = "kubeproxy.config.k8s.io/v1alpha1";

  private ApiVersion() {}
}
