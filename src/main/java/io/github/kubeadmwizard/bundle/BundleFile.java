package io.github.kubeadmwizard.bundle;

/**
 * A file of a bundle.
 *
 * @param path below the bundle's directory, with slashes
 * @param bytes its size
 * @param sha256 its digest, 64 hexadecimal digits
 */
public record BundleFile(String path, long bytes, String sha256) {
  public BundleFile {
    if (path.isEmpty() || path.startsWith("/") || ("/" + path + "/").contains("/../")) {
      throw new IllegalArgumentException("no path below a bundle: " + path);
    }
    if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no size and SHA-256 of " + path);
    }
  }
}
