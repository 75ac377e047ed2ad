package io.github.kubeadmwizard.draft;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file so that a reader sees the old one or the new one, never a half. */
final class WholeFile {
  private WholeFile() {}

  /** With the rights that the system gives a new file. */
  static void write(Path file, String text) throws IOException {
    write(file, text, new FileAttribute<?>[0]);
  }

  /** Readable for the user alone, where the system knows such rights. */
  static void writePrivate(Path file, String text) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    var rights = PosixFilePermissions.fromString("rw-------");
    write(
        file,
        text,
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
            : new FileAttribute<?>[0]);
  }

  private static void write(Path file, String text, FileAttribute<?>... rights) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    var beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.deleteIfExists(beside); // left by a run that was cut off, with rights of its own
      try (var channel = FileChannel.open(beside, Set.of(CREATE_NEW, WRITE), rights)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
