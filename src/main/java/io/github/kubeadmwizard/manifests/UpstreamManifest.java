package io.github.kubeadmwizard.manifests;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A manifest that somebody else publishes, as the catalogue names it.
 *
 * @param name such as {@code calico-vxlan}
 * @param version upstream's tag
 * @param files that it consists of, in the order in which they are applied; usually one
 * @param images that it names, before any edit
 */
public record UpstreamManifest(
    String name, String version, List<PublishedFile> files, List<String> images) {
  public UpstreamManifest {
    files = List.copyOf(files);
    images = List.copyOf(images);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file of " + name);
    }
  }

  /**
   * A file of it.
   *
   * @param path its name in a place of the user's own; folders are parted by a slash
   * @param sha256 its checksum, in lower-case hexadecimal
   * @param address where upstream has it; empty where upstream publishes no such file
   */
  public record PublishedFile(String path, String sha256, Optional<URI> address) {
    public PublishedFile {
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("no SHA-256 of " + path + ": " + sha256);
      }
    }
  }
}
