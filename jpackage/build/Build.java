import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is made, from what, and where. */
record Build(Path project, String version, Instant time) {
  static final String NAME = "kubeadm-wizard";
  static final String SUMMARY = "Takes bare Linux machines to a Ready Kubernetes cluster";

  enum System {
    LINUX,
    MAC,
    WINDOWS
  }

  /** jpackage takes nothing but numbers and dots. */
  Build {
    version = version.replaceAll("[^0-9.].*", "");
  }

  System system() {
    String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("win") ? System.WINDOWS : name.contains("mac") ? System.MAC : System.LINUX;
  }

  /** macOS refuses a version that begins with nought. */
  String appVersion() {
    return system() == System.MAC ? version.replaceFirst("^0", "1") : version;
  }

  /** The tree that the build made: its jars under {@code lib}, JavaFX under {@code fx}. */
  Path app() {
    return project.resolve("target/app");
  }

  Path work() {
    return project.resolve("target/installer-work");
  }

  Path out() {
    return project.resolve("target/installer");
  }

  Path runtime() {
    return work().resolve("runtime");
  }

  Path image() {
    return work().resolve("image").resolve(system() == System.MAC ? NAME + ".app" : NAME);
  }

  /** jpackage's files in the image: jars, and the launcher's settings. */
  Path imageApp() {
    return switch (system()) {
      case LINUX -> image().resolve("lib/app");
      case MAC -> image().resolve("Contents/app");
      case WINDOWS -> image().resolve("app");
    };
  }

  Path jpackage() {
    return project.resolve("jpackage");
  }

  void begin() throws IOException {
    delete(work());
    delete(out());
    Files.createDirectories(work());
    Files.createDirectories(out());
  }

  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path path : below(directory).reversed()) {
        Files.delete(path);
      }
    }
  }

  /** Everything in it and itself, a directory before what is in it. */
  static List<Path> below(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }

  /**
   * Gives every file the one time: two builds are then equal, and Java's cache, which remembers the
   * times of the jars, holds on the user's machine.
   */
  void setTimes(Path directory) throws IOException {
    var at = FileTime.from(time);
    for (Path path : below(directory).reversed()) {
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(at, at, null);
    }
  }
}
