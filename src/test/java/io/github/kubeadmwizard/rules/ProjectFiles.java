package io.github.kubeadmwizard.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The project's own files, for the rules that read them as text. */
final class ProjectFiles {
  static final Path ROOT = Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
  static final Path MAIN = ROOT.resolve("src/main/java");
  static final Path TEST = ROOT.resolve("src/test/java");

  /** The programs that make the installers: run from their source, compiled by no build. */
  static final Path INSTALLERS = ROOT.resolve("jpackage/build");

  static final Path WORDS = ROOT.resolve("src/main/resources/words");

  private ProjectFiles() {}

  static List<Path> java(Path under) {
    return under(under, path -> path.toString().endsWith(".java"));
  }

  /** Regular files below a directory, sorted; none where there is no such directory. */
  static List<Path> under(Path directory, Predicate<Path> wanted) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (var paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
