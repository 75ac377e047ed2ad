package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.home.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Manifests that were fetched once, by checksum: a file that does not have the checksum of its name
 * counts as none. Whether it can be written matters to nobody but the next time.
 */
public final class ManifestCache {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestCache.class);

  private final Path directory;

  /**
   * @param cache the program's cache directory
   */
  public ManifestCache(Path cache) {
    directory = cache.resolve("manifests");
  }

  /** The bytes with this checksum, if they are here. */
  Optional<byte[]> get(String sha256) {
    try {
      byte[] bytes = Files.readAllBytes(file(sha256));
      return Sha256.of(bytes).equals(sha256) ? Optional.of(bytes) : Optional.empty();
    } catch (IOException _) { // not here, or not for us
      return Optional.empty();
    }
  }

  /** Keeps bytes of this checksum: written beside and renamed, so that none is ever half there. */
  void keep(String sha256, byte[] bytes) {
    try {
      Path file = file(sha256);
      Path beside = Files.createTempFile(PrivateDirectory.create(directory), sha256, ".part");
      try {
        Files.write(beside, bytes);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      LOG.warn("The manifest was not kept in {}", directory, e);
    }
  }

  private Path file(String sha256) {
    return directory.resolve(sha256 + ".yaml");
  }
}
