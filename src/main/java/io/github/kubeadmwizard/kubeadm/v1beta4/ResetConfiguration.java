package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm reset} does. Source: kubeadm v1beta4: ResetConfiguration; null means
 * kubeadm's default.
 *
 * @param unmountFlags of MNT_FORCE, MNT_DETACH, MNT_EXPIRE, UMOUNT_NOFOLLOW
 */
public record ResetConfiguration(
    @Nullable Boolean cleanupTmpDir,
    @Nullable String certificatesDir,
    @Nullable String criSocket,
    @Nullable Boolean dryRun,
    @Nullable Boolean force,
    @Nullable List<String> ignorePreflightErrors,
    @Nullable List<String> skipPhases,
    @Nullable List<String> unmountFlags,
    @Nullable Timeouts timeouts)
    implements ConfigDocument {
  public ResetConfiguration {
    ignorePreflightErrors = Frozen.list(ignorePreflightErrors);
    skipPhases = Frozen.list(skipPhases);
    unmountFlags = Frozen.list(unmountFlags);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBEADM;
  }
}
