package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.util.Optional;

/**
 * What {@code kubeadm init} needs beyond the cluster file.
 *
 * @param version the full version that will be installed
 * @param node the first control plane
 * @param bootstrapToken token to make, or a placeholder; empty: kubeadm makes one
 * @param certificateKey key for {@code --upload-certs}, or a placeholder; empty: kubeadm makes one
 */
public record InitFacts(
    KubernetesVersion version,
    NodeIdentity node,
    Optional<String> bootstrapToken,
    Optional<String> certificateKey) {
  public InitFacts {
    if (!version.isFull()) {
      throw new IllegalArgumentException(
          "kubeadm would ask the network for the patch of " + version);
    }
  }

  /** Without a token or key of ours. */
  public static InitFacts of(KubernetesVersion version, NodeIdentity node) {
    return new InitFacts(version, node, Optional.empty(), Optional.empty());
  }
}
