package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Our own known_hosts file: written whole beside and renamed, readable by its owner alone. */
final class OwnKnownHosts {
  private final Path file;

  OwnKnownHosts(Path file) {
    this.file = file;
  }

  /** Adds a line. A lock file keeps two running programs apart. */
  synchronized void add(String host, HostKey key) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    try (var lock =
            FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      String before = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
      write(before + gap + host + " " + key.type() + " " + key.base64() + "\n");
    }
  }

  private void write(String text) throws IOException {
    Path draft = beside(".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, ownerOnly());
    Files.writeString(draft, text, StandardCharsets.ISO_8859_1);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
