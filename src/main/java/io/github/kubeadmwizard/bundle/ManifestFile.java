package io.github.kubeadmwizard.bundle;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A manifest that belongs into a bundle.
 *
 * @param path below the bundle's directory
 * @param sha256 its digest, where it is known
 * @param address where it is fetched from; empty where it lies in {@code file}
 * @param file on this machine, where it has no address
 */
public record ManifestFile(
    String path, Optional<String> sha256, Optional<URI> address, Optional<Path> file) {
  /** Where a bundle has its manifests, by the names that they have in a place of the user's own. */
  public static final String FOLDER = "manifests";

  /** Where one of the user's own lies, which has nothing but its address. */
  public static String pathOf(String address) {
    return FOLDER + "/" + address.replaceFirst("^[a-z]+://", "").replaceAll("[^\\w.-]+", "-");
  }
}
