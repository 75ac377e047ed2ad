package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import java.util.List;
import java.util.Optional;

/**
 * A registry of the user's own that has a pod network's images under upstream's paths ({@code
 * cni.imageRegistry}). Mirrors need no such thing where the runtime knows them: it asks them by
 * upstream's names.
 *
 * @param base such as {@code registry.example.org/mirror}
 */
record ImageRegistry(Optional<String> base) {

  static ImageRegistry of(ClusterSpec spec) {
    return new ImageRegistry(Optional.ofNullable(spec.cni().options().get("imageRegistry")));
  }

  /** Every image from there. */
  ManifestEditor rename(ManifestEditor editor) {
    return base.isPresent() ? editor.images(this::renamed) : editor;
  }

  /** The same path and tag below the base; an image without a registry is docker.io's. */
  String renamed(String image) {
    return base.map(to -> to + "/" + image.substring(registryEnd(image))).orElse(image);
  }

  /** Source: distribution/reference, splitDockerDomain. */
  private static int registryEnd(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return registry ? slash + 1 : 0;
  }

  /** What hosts have to reach in place of these. */
  List<String> registries(List<String> upstreams) {
    return base.map(to -> List.of(to.split("/", 2)[0])).orElse(upstreams);
  }
}
