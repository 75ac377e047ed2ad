package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is added to a component of the control plane. Source: kubeadm v1beta4:
 * ControlPlaneComponent.
 */
public record ControlPlaneComponent(
    @Nullable List<Arg> extraArgs,
    @Nullable List<HostPathMount> extraVolumes,
    @Nullable List<EnvVar> extraEnvs) {
  public ControlPlaneComponent {
    extraArgs = Frozen.list(extraArgs);
    extraVolumes = Frozen.list(extraVolumes);
    extraEnvs = Frozen.list(extraEnvs);
  }
}
