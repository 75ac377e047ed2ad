package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.home.UserDirectories;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the manifests of the catalogue come from. */
public sealed interface ManifestPlace {

  /** Each from its own address. */
  record Upstream() implements ManifestPlace {}

  /** All from one directory of this computer, by their file names. */
  record Directory(Path path) implements ManifestPlace {}

  /** All from below one http(s) address, by their file names. */
  record Address(URI base) implements ManifestPlace {}

  /**
   * The place that the cluster file names.
   *
   * @param said {@code manifests:} of the cluster file; empty: upstream
   */
  static ManifestPlace of(Optional<String> said, UserDirectories directories) {
    if (said.isEmpty()) {
      return new Upstream();
    }
    String place = said.get();
    return place.contains("://")
        ? new Address(URI.create(place.endsWith("/") ? place : place + "/"))
        : new Directory(directories.expand(place).toAbsolutePath());
  }
}
