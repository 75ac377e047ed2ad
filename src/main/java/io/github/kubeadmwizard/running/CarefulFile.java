package io.github.kubeadmwizard.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A file of the user that holds keys: written whole beside and renamed, for its owner alone, with a
 * copy of what was there. A link is followed, so that it stays one.
 */
public final class CarefulFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path file;
  private final Clock clock;

  public CarefulFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** What is there; empty where there is no file. */
  public String text() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      return "";
    }
  }

  /**
   * Puts this text in its place.
   *
   * @return the copy of what was there, if there was another text
   */
  public Optional<Path> write(String text) throws IOException {
    Path target =
        Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.exists(file)
            ? file.toRealPath()
            : file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Optional<Path> backup = Optional.empty();
    if (Files.exists(target)) {
      if (Files.readString(target).equals(text)) {
        return Optional.empty();
      }
      Path copy = beside(target, ".before-" + TIME.format(clock.instant()));
      write(copy, Files.readString(target));
      backup = Optional.of(copy);
    }
    Path draft = beside(target, ".new");
    write(draft, text);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return backup;
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }

  private static void write(Path place, String text) throws IOException {
    Files.deleteIfExists(place);
    Files.createFile(place, ownerOnly(place));
    Files.writeString(place, text, StandardCharsets.UTF_8);
  }

  private static FileAttribute<?>[] ownerOnly(Path place) {
    boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
