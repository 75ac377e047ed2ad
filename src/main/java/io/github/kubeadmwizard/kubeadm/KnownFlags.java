package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.util.List;

/** The flags that a program has in a Kubernetes minor, to choose from. */
public final class KnownFlags {
  private KnownFlags() {}

  /**
   * Their names without dashes, sorted, without deprecated ones; empty where we have no list.
   *
   * @param program such as {@code kube-apiserver}, {@code kubelet}, {@code etcd}
   */
  public static List<String> of(KubernetesVersion version, String program) {
    return KnownNames.ofFlags(version.minorText(), program).stream()
        .flatMap(known -> known.names().entrySet().stream())
        .filter(flag -> flag.getValue().isEmpty())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
