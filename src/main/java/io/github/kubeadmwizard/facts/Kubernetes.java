package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * Kubernetes' own programs and the kubelet's settings.
 *
 * @param kubeadm where installed
 * @param kubelet where installed
 * @param kubectl where installed
 * @param crictl where installed
 * @param service kubelet.service
 * @param environmentFile /etc/default/kubelet or /etc/sysconfig/kubelet, where there is one
 * @param dropIns files of kubelet.service.d
 * @param kubeadmFlags /var/lib/kubelet/kubeadm-flags.env, where there is one
 * @param apiServer the server that kubelet.conf names, else that of bootstrap-kubelet.conf (both in
 *     /etc/kubernetes), such as https://10.0.0.1:6443: which cluster the host belongs to
 */
public record Kubernetes(
    Optional<Program> kubeadm,
    Optional<Program> kubelet,
    Optional<Program> kubectl,
    Optional<Program> crictl,
    Service service,
    Optional<TextFile> environmentFile,
    List<TextFile> dropIns,
    Optional<TextFile> kubeadmFlags,
    Optional<String> apiServer)
    implements FactsPart {
  public Kubernetes {
    dropIns = List.copyOf(dropIns);
  }
}
