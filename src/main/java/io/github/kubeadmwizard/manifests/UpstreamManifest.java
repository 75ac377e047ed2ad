package io.github.kubeadmwizard.manifests;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A manifest that somebody else publishes, as the catalogue names it.
 *
 * @param name such as {@code calico-vxlan}
 * @param version upstream's tag
 * @param file its name in a place of the user's own
 * @param sha256 its checksum, in lower-case hexadecimal
 * @param address where upstream has it; empty where upstream publishes no such file
 * @param images that it names, before any edit
 */
public record UpstreamManifest(
    String name,
    String version,
    String file,
    String sha256,
    Optional<URI> address,
    List<String> images) {
  public UpstreamManifest {
    images = List.copyOf(images);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256 of " + name + ": " + sha256);
    }
  }
}
