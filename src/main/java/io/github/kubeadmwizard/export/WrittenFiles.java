package io.github.kubeadmwizard.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Puts exported files on the disk. */
public final class WrittenFiles {
  private WrittenFiles() {}

  /**
   * Writes them; scripts can be run.
   *
   * @param files their texts, by path below the directory
   * @return where they are
   * @throws IOException at the first that cannot be written; those before it stay
   */
  public static List<Path> write(SortedMap<String, String> files, Path directory)
      throws IOException {
    var paths = new ArrayList<Path>();
    for (var file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
      if (file.getKey().endsWith(".sh")) {
        path.toFile().setExecutable(true);
      }
      paths.add(path);
    }
    return List.copyOf(paths);
  }
}
