package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm join} needs to know. Source: kubeadm v1beta4: JoinConfiguration; null means
 * kubeadm's default.
 *
 * @param controlPlane its presence, even empty, makes the node a control plane
 */
public record JoinConfiguration(
    @Nullable Boolean dryRun,
    @Nullable NodeRegistration nodeRegistration,
    @Nullable String caCertPath,
    @Nullable Discovery discovery,
    @Nullable JoinControlPlane controlPlane,
    @Nullable List<String> skipPhases,
    @Nullable Patches patches,
    @Nullable Timeouts timeouts)
    implements ConfigDocument {
  public JoinConfiguration {
    skipPhases = Frozen.list(skipPhases);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBEADM;
  }
}
