package io.github.kubeadmwizard.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that {@code Include} names: patterns are relative to {@code ~/.ssh}. */
final class Includes {
  private final Path home;

  Includes(Path home) {
    this.home = home;
  }

  String text(Path file) throws IOException {
    return TextFile.read(file);
  }

  /** The files that are there, in the order of their names; none for a pattern without any. */
  List<Path> matching(String pattern) {
    try {
      return glob(whole(pattern));
    } catch (InvalidPathException | UncheckedIOException | IOException e) {
      return List.of(); // OpenSSH, too, passes over what it can't look into
    }
  }

  private Path whole(String pattern) {
    if (pattern.startsWith("~/")) {
      return home.resolve(pattern.substring(2));
    }
    return home.resolve(".ssh").resolve(pattern);
  }

  private static List<Path> glob(Path pattern) throws IOException {
    var root = pattern.toAbsolutePath().getRoot();
    List<Path> found = List.of(root);
    for (Path part : root.relativize(pattern.toAbsolutePath())) {
      var next = new ArrayList<Path>();
      for (Path directory : found) {
        next.addAll(inside(directory, part.toString()));
      }
      found = next;
    }
    return found.stream().filter(Files::isRegularFile).map(Path::normalize).toList();
  }

  private static List<Path> inside(Path directory, String part) throws IOException {
    if (!part.contains("*") && !part.contains("?")) {
      return Files.exists(directory.resolve(part)) ? List.of(directory.resolve(part)) : List.of();
    }
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> fits(part, file.getFileName().toString())).sorted().toList();
    }
  }

  /** As in a shell, hidden files want a pattern that begins with a dot. */
  private static boolean fits(String pattern, String name) {
    return name.startsWith(".") == pattern.startsWith(".") && HostPatterns.matches(pattern, name);
  }
}
