package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;

/** A manifest of the user's own, applied as it is. What it needs of the hosts, the user knows. */
final class OwnNetwork implements PodNetwork {
  private final String place;

  OwnNetwork(ClusterSpec spec) {
    place = spec.cni().manifest().orElse(""); // its rules ask for one
  }

  @Override
  public List<ManifestWish> manifests() {
    return place.isEmpty() ? List.of() : List.of(new ManifestWish.OfTheUser(place));
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    Manifest own = manifests.of(place);
    return List.of(new Layer("manifest", own.text(own.name()), own.images()));
  }
}
