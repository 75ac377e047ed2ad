package io.github.kubeadmwizard.manifests;

/** A manifest that an installation needs. */
public sealed interface ManifestWish {

  /** By which it is found among those that were fetched. */
  String name();

  /** One of the catalogue, by its checksum. */
  record OfUpstream(UpstreamManifest manifest) implements ManifestWish {
    @Override
    public String name() {
      return manifest.name();
    }
  }

  /**
   * A file of the user's own, as it is.
   *
   * @param place a path, in which a leading {@code ~} is the home directory, or an http(s) address
   */
  record OfTheUser(String place) implements ManifestWish {
    @Override
    public String name() {
      return place;
    }
  }
}
