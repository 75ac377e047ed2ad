package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the API server. Source: kubeadm v1beta4: APIServer.
 *
 * @param certSANs further names and addresses in its certificate
 */
public record ApiServer(
    @Nullable List<Arg> extraArgs,
    @Nullable List<HostPathMount> extraVolumes,
    @Nullable List<EnvVar> extraEnvs,
    @Nullable List<String> certSANs) {
  public ApiServer {
    extraArgs = Frozen.list(extraArgs);
    extraVolumes = Frozen.list(extraVolumes);
    extraEnvs = Frozen.list(extraEnvs);
    certSANs = Frozen.list(certSANs);
  }
}
