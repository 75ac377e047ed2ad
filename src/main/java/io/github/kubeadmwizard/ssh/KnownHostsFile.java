package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A known_hosts file, only read. Lines that are not understood are passed over, as ssh does. */
final class KnownHostsFile {
  private final Path file;

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

  private List<String> read() {
    try {
      // Latin-1 reads any bytes; keys, names and hashes are ASCII.
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
