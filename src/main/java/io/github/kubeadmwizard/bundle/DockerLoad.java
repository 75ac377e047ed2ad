package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.json.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Docker wants to know of an image beside its blobs, since it reads no OCI image layout by
 * itself before its version 25: the configuration and the layers, in their order. Source: moby,
 * image/tarexport.
 *
 * @param configuration digest
 * @param layers digests from the lowest on; one may come twice
 */
record DockerLoad(String configuration, List<String> layers) {
  DockerLoad {
    layers = List.copyOf(layers);
  }

  /** Of an image by its tag; empty where its manifest is not one, or cannot be read. */
  static Optional<DockerLoad> of(Path bundle, Bundle.Image image) {
    String path = ImagePull.layout(image.architecture()) + "/blobs/" + image.digest();
    try {
      JsonTree manifest = JsonTree.of(Files.readString(bundle.resolve(path.replace(':', '/'))));
      var layers = new ArrayList<String>();
      manifest.at("layers").items().forEach(l -> l.at("digest").text().ifPresent(layers::add));
      return manifest.at("config", "digest").text().map(config -> new DockerLoad(config, layers));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
