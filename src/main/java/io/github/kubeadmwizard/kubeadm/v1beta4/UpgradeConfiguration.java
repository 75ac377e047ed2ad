package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm upgrade} does, by its subcommands. Source: kubeadm v1beta4:
 * UpgradeConfiguration; null means kubeadm's default.
 */
public record UpgradeConfiguration(
    @Nullable Apply apply,
    @Nullable Diff diff,
    @Nullable Node node,
    @Nullable Plan plan,
    @Nullable Timeouts timeouts)
    implements ConfigDocument {

  @Override
  public String apiVersion() {
    return ApiVersion.KUBEADM;
  }

  /** {@code kubeadm upgrade apply}. Source: UpgradeApplyConfiguration. */
  public record Apply(
      @Nullable String kubernetesVersion,
      @Nullable Boolean allowExperimentalUpgrades,
      @Nullable Boolean allowRCUpgrades,
      @Nullable Boolean certificateRenewal,
      @Nullable Boolean dryRun,
      @Nullable Boolean etcdUpgrade,
      @Nullable Boolean forceUpgrade,
      @Nullable List<String> ignorePreflightErrors,
      @Nullable Patches patches,
      @Nullable Boolean printConfig,
      @Nullable List<String> skipPhases,
      @Nullable ImagePullPolicy imagePullPolicy,
      @Nullable Boolean imagePullSerial) {
    public Apply {
      ignorePreflightErrors = Frozen.list(ignorePreflightErrors);
      skipPhases = Frozen.list(skipPhases);
    }
  }

  /** {@code kubeadm upgrade diff}. Source: UpgradeDiffConfiguration. */
  public record Diff(@Nullable String kubernetesVersion, @Nullable Integer contextLines) {}

  /** {@code kubeadm upgrade node}. Source: UpgradeNodeConfiguration. */
  public record Node(
      @Nullable Boolean certificateRenewal,
      @Nullable Boolean dryRun,
      @Nullable Boolean etcdUpgrade,
      @Nullable List<String> ignorePreflightErrors,
      @Nullable List<String> skipPhases,
      @Nullable Patches patches,
      @Nullable ImagePullPolicy imagePullPolicy,
      @Nullable Boolean imagePullSerial) {
    public Node {
      ignorePreflightErrors = Frozen.list(ignorePreflightErrors);
      skipPhases = Frozen.list(skipPhases);
    }
  }

  /** {@code kubeadm upgrade plan}. Source: UpgradePlanConfiguration. */
  public record Plan(
      @Nullable String kubernetesVersion,
      @Nullable Boolean allowExperimentalUpgrades,
      @Nullable Boolean allowRCUpgrades,
      @Nullable Boolean dryRun,
      @Nullable Boolean etcdUpgrade,
      @Nullable List<String> ignorePreflightErrors,
      @Nullable Boolean printConfig) {
    public Plan {
      ignorePreflightErrors = Frozen.list(ignorePreflightErrors);
    }
  }
}
