package io.github.kubeadmwizard.draft;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader sees the old one or the new one, never a half. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, String text) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    var beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (var channel = FileChannel.open(beside, CREATE, TRUNCATE_EXISTING, WRITE)) {
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
