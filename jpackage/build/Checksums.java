import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of everything that was made, as {@code sha256sum -c} reads it. */
final class Checksums {
  private final Build build;

  Checksums(Build build) {
    this.build = build;
  }

  void write() throws IOException {
    var lines = new StringBuilder();
    for (Path file : Build.below(build.out())) {
      if (Files.isRegularFile(file)) {
        lines
            .append(HexFormat.of().formatHex(sha256(Files.readAllBytes(file))))
            .append("  ")
            .append(file.getFileName())
            .append('\n');
      }
    }
    Files.writeString(build.out().resolve("SHA256SUMS"), lines);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
