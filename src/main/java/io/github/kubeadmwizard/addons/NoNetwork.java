package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;

/** The user brings the pod network after the installation. */
final class NoNetwork implements PodNetwork {
  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    return List.of();
  }
}
