package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm init} needs to know of the first control plane. Source: kubeadm v1beta4:
 * InitConfiguration; null means kubeadm's default.
 *
 * @param certificateKey hex of a 32-byte AES key; a secret, so a placeholder in what is shown
 */
public record InitConfiguration(
    @Nullable List<BootstrapToken> bootstrapTokens,
    @Nullable Boolean dryRun,
    @Nullable NodeRegistration nodeRegistration,
    @Nullable ApiEndpoint localAPIEndpoint,
    @Nullable String certificateKey,
    @Nullable List<String> skipPhases,
    @Nullable Patches patches,
    @Nullable Timeouts timeouts)
    implements ConfigDocument {
  public InitConfiguration {
    bootstrapTokens = Frozen.list(bootstrapTokens);
    skipPhases = Frozen.list(skipPhases);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBEADM;
  }
}
