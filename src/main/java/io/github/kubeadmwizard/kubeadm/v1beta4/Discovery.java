package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a joining node finds the cluster and comes to trust it. Source: kubeadm v1beta4: Discovery.
 *
 * @param tlsBootstrapToken null: the bootstrap token's
 */
public record Discovery(
    @Nullable BootstrapTokenDiscovery bootstrapToken,
    @Nullable FileDiscovery file,
    @Nullable String tlsBootstrapToken) {

  /**
   * By token. Source: kubeadm v1beta4: BootstrapTokenDiscovery.
   *
   * @param token a secret, so a placeholder in what is shown
   * @param caCertHashes {@code sha256:} and the hash of the CA's public key in hex
   * @param unsafeSkipCAVerification null: false
   */
  public record BootstrapTokenDiscovery(
      @Nullable String token,
      @Nullable String apiServerEndpoint,
      @Nullable List<String> caCertHashes,
      @Nullable Boolean unsafeSkipCAVerification) {
    public BootstrapTokenDiscovery {
      caCertHashes = Frozen.list(caCertHashes);
    }
  }

  /** By a kubeconfig file or its address. Source: kubeadm v1beta4: FileDiscovery. */
  public record FileDiscovery(@Nullable String kubeConfigPath) {}
}
