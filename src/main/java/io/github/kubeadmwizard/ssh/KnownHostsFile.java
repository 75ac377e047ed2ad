package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A known_hosts file, only read. Lines that are not understood are passed over, as ssh does. */
final class KnownHostsFile {
  /** Longer than any file system's clock ticks: what was written since could have the same time. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Path file;
  private volatile Read last = new Read(FileTime.fromMillis(0), -1, null, List.of());

  /** The file as it was read. What tells whether it is another by now was asked before. */
  private record Read(FileTime modified, long size, @Nullable Object inode, List<String> lines) {
    boolean isOf(BasicFileAttributes now) {
      return now.size() == size
          && now.lastModifiedTime().equals(modified)
          && Objects.equals(now.fileKey(), inode);
    }
  }

  KnownHostsFile(Path file) {
    this.file = file;
  }

  /**
   * The lines that speak of this host.
   *
   * @throws UncheckedIOException if the file is there and cannot be read: then nothing is known,
   *     and calling every host new would be wrong
   */
  List<KnownHostsLine> linesFor(String host) {
    var found = new ArrayList<KnownHostsLine>();
    List<String> lines = read();
    for (int i = 0; i < lines.size(); i++) {
      if (maySpeakOf(lines.get(i), host)) {
        KnownHostsLine.parse(lines.get(i), file, i + 1)
            .filter(line -> line.isFor(host))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * A glance, as a file can be long and each connection reads it: no pattern, hash or such name.
   */
  private static boolean maySpeakOf(String line, String host) {
    if (line.indexOf('|') >= 0 || line.indexOf('*') >= 0 || line.indexOf('?') >= 0) {
      return true;
    }
    for (int i = 0; i <= line.length() - host.length(); i++) {
      if (line.regionMatches(true, i, host, 0, host.length())) {
        return true;
      }
    }
    return false;
  }

  /** Each connection asks twice, and the file can be long: it is read when it has changed. */
  private List<String> read() {
    try {
      // A file that is not there is usual, and an exception for each host costs more.
      var provider = file.getFileSystem().provider();
      BasicFileAttributes now = provider.readAttributesIfExists(file, BasicFileAttributes.class);
      if (now == null) {
        return List.of();
      }
      Read known = last;
      if (known.isOf(now)) {
        return known.lines();
      }
      boolean settled = now.lastModifiedTime().toInstant().isBefore(Instant.now().minus(TICK));
      // Latin-1 reads any bytes; keys, names and hashes are ASCII.
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      if (settled) {
        last = new Read(now.lastModifiedTime(), now.size(), now.fileKey(), lines);
      }
      return lines;
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
