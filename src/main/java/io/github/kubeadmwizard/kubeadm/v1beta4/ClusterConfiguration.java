package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes share; kept in the ConfigMap kubeadm-config. Source: kubeadm v1beta4:
 * ClusterConfiguration; null means kubeadm's default.
 *
 * @param kubernetesVersion as {@code v1.36.4}; never null in what we write, for kubeadm would ask
 *     the network
 * @param controlPlaneEndpoint {@code host[:port]}
 * @param certificateValidityPeriod null: 8760h
 * @param caCertificateValidityPeriod null: 87600h
 */
public record ClusterConfiguration(
    @Nullable Etcd etcd,
    @Nullable Networking networking,
    @Nullable String kubernetesVersion,
    @Nullable String controlPlaneEndpoint,
    @Nullable ApiServer apiServer,
    @Nullable ControlPlaneComponent controllerManager,
    @Nullable ControlPlaneComponent scheduler,
    @Nullable Dns dns,
    @Nullable Proxy proxy,
    @Nullable String certificatesDir,
    @Nullable String imageRepository,
    @Nullable SortedMap<String, Boolean> featureGates,
    @Nullable String clusterName,
    @Nullable EncryptionAlgorithm encryptionAlgorithm,
    @Nullable GoDuration certificateValidityPeriod,
    @Nullable GoDuration caCertificateValidityPeriod)
    implements ConfigDocument {
  public ClusterConfiguration {
    featureGates = Frozen.map(featureGates);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBEADM;
  }
}
