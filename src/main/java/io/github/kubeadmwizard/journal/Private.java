package io.github.kubeadmwizard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that only their owner reads, where the file system knows owners. */
final class Private {
  private Private() {}

  /** The attribute for a new file. */
  static FileAttribute<?>[] file(Path place) {
    return attributes(place, "rw-------");
  }

  /** Makes a directory and those above it that are missing. */
  static Path directory(Path place) throws IOException {
    return Files.createDirectories(place, attributes(place, "rwx------"));
  }

  private static FileAttribute<?>[] attributes(Path place, String mode) {
    boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
