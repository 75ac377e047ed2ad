package io.github.kubeadmwizard.facts;

import io.github.kubeadmwizard.facts.FactsOutput.Head;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Block devices from the kernel's files about them and udev's. */
final class DiskFiles {
  private static final String PLACE = "/sys/class/block/";
  private static final String SIZE = "/size";
  private static final String UDEV = "/run/udev/data/b";
  private static final String CONTENT = "E:ID_FS_TYPE=";

  private DiskFiles() {}

  /**
   * A head "disk" for each device, and "disk-content" for what udev found on it.
   *
   * @param parts heads with a partition's name and its disk's
   */
  static Stream<Head> heads(Map<String, List<String>> files, List<Head> parts) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(PLACE) && path.endsWith(SIZE))
        .map(path -> path.substring(PLACE.length(), path.length() - SIZE.length()))
        .flatMap(name -> heads(name, files, parts));
  }

  private static Stream<Head> heads(
      String name, Map<String, List<String>> files, List<Head> parts) {
    String at = PLACE + name;
    String number = first(files, at + "/dev");
    boolean partition =
        parts.stream().anyMatch(part -> part.field(0).filter(name::equals).isPresent());
    var disk =
        List.of(
            name,
            first(files, at + SIZE),
            number,
            first(files, at + "/ro"),
            first(files, at + "/removable"),
            first(files, at + "/queue/rotational"),
            partition ? "1" : "");
    var content =
        files.getOrDefault(UDEV + number, List.of()).stream()
            .filter(line -> line.startsWith(CONTENT))
            .map(line -> List.of(name, line.substring(CONTENT.length())))
            .map(fields -> new Head("disk-content", fields, List.of()));
    return Stream.concat(Stream.of(new Head("disk", disk, List.of())), content);
  }

  private static String first(Map<String, List<String>> files, String path) {
    return files.getOrDefault(path, List.of("")).getFirst();
  }
}
