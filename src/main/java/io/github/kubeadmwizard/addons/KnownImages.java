package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.ImageReference;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import java.util.List;
import java.util.stream.Stream;

/**
 * The images of a cluster's pod network and add-ons that the program's own data name, so that they
 * can be looked for before any manifest is fetched. What the user's own manifests run is not known.
 */
public final class KnownImages {
  private KnownImages() {}

  /** By their whole names; those of a moving tag are left out, as we give them another. */
  public static List<String> of(ClusterSpec spec) {
    return Stream.concat(network(spec), addons(spec))
        .map(ImageReference::whole)
        .filter(image -> !image.endsWith(":latest"))
        .distinct()
        .toList();
  }

  private static Stream<String> network(ClusterSpec spec) {
    return PodNetwork.of(spec).images().stream().map(ImageRegistry.of(spec)::renamed);
  }

  private static Stream<String> addons(ClusterSpec spec) {
    var manifests = ManifestCatalogue.load();
    return AddonCatalogue.load().chosen(spec).stream()
        .flatMap(addon ->
            Stream.concat(
                addon.manifests().stream().flatMap(name -> manifests.of(name).images().stream()),
                addon.images().values().stream().sorted()));
  }
}
