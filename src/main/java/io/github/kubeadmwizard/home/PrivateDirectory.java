package io.github.kubeadmwizard.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that only the user may look into, since what we note there names their machines. */
public final class PrivateDirectory {
  private PrivateDirectory() {}

  /**
   * Makes this directory and its missing parents, for the user alone where the system knows such
   * rights. Source: XDG Base Directory Specification 0.8, which asks for mode 0700.
   *
   * @return the same path
   */
  public static Path create(Path directory) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return Files.createDirectories(directory);
    }
    var forTheUserAlone = PosixFilePermissions.fromString("rwx------");
    return Files.createDirectories(
        directory, PosixFilePermissions.asFileAttribute(forTheUserAlone));
  }
}
