package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's store. Source: kubeadm v1beta4: Etcd.
 *
 * @param local null: kubeadm's default, one member on each control plane
 * @param external excludes {@code local}
 */
public record Etcd(@Nullable Local local, @Nullable External external) {

  /**
   * Members as static pods. Source: kubeadm v1beta4: LocalEtcd.
   *
   * @param dataDir null: /var/lib/etcd
   */
  public record Local(
      @Nullable String imageRepository,
      @Nullable String imageTag,
      @Nullable String dataDir,
      @Nullable List<Arg> extraArgs,
      @Nullable List<EnvVar> extraEnvs,
      @Nullable List<String> serverCertSANs,
      @Nullable List<String> peerCertSANs) {
    public Local {
      extraArgs = Frozen.list(extraArgs);
      extraEnvs = Frozen.list(extraEnvs);
      serverCertSANs = Frozen.list(serverCertSANs);
      peerCertSANs = Frozen.list(peerCertSANs);
    }
  }

  /**
   * Members that somebody else runs. Source: kubeadm v1beta4: ExternalEtcd.
   *
   * @param httpEndpoints for health and metrics, since 1.35
   */
  public record External(
      @Nullable List<String> endpoints,
      @Nullable List<String> httpEndpoints,
      @Nullable String caFile,
      @Nullable String certFile,
      @Nullable String keyFile) {
    public External {
      endpoints = Frozen.list(endpoints);
      httpEndpoints = Frozen.list(httpEndpoints);
    }
  }
}
