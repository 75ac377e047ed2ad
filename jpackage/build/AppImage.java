import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The program with its Java, as jpackage lays it out. */
final class AppImage {
  /**
   * As the start script of the tree has them (why: docs/decisions/start-script.md), and three by
   * which the first page takes less memory: smaller objects, a small nursery to begin with, and
   * native memory given back. Java's own warnings would stand in the output of our commands, and
   * with the cache there can be some at every start that mean nothing (two kinds of call that share
   * a hash: "Failed to link AdapterHandlerEntry").
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx512m",
          "-XX:-ShrinkHeapInSteps",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:+UseCompactObjectHeaders",
          "-XX:NewSize=8m",
          "-XX:MaxNewSize=32m",
          "-XX:TrimNativeHeapInterval=5000",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=javafx.graphics");

  private final Build build;

  AppImage(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    var documents = new Licences(build).collect();
    var jpackage =
        Command.jdk("jpackage", "--type", "app-image", "--name", Build.NAME)
            .and("--app-version", build.appVersion(), "--vendor", "Kubeadm Wizard")
            .and("--description", Build.SUMMARY)
            .and("--input", jars(), "--main-jar", Build.NAME + ".jar")
            .and("--main-class", "io.github.kubeadmwizard.app.Launcher")
            .and("--runtime-image", build.runtime(), "--dest", build.image().getParent())
            .and("--icon", icon(), "--app-content", documents);
    for (String option : OPTIONS) {
      jpackage = jpackage.and("--java-options", option);
    }
    if (build.system() == Build.System.WINDOWS) {
      jpackage =
          jpackage.and(
              "--add-launcher",
              Build.NAME + "-cli=" + build.jpackage().resolve("windows/cli.properties"));
    }
    if (build.system() == Build.System.MAC) {
      jpackage = jpackage.and(macSigning().toArray());
    }
    jpackage.run();
  }

  /**
   * With the one certificate that the keychain has, where the surroundings say that there is one.
   */
  static Set<String> macSigning() {
    return "yes".equals(System.getenv("MAC_SIGN")) ? Set.of("--mac-sign") : Set.of();
  }

  private Path jars() throws IOException {
    Path input = build.work().resolve("input");
    Files.createDirectories(input);
    for (Path jar : Build.below(build.app().resolve("lib"))) {
      if (jar.toString().endsWith(".jar")) {
        Files.copy(jar, input.resolve(jar.getFileName()));
      }
    }
    return input;
  }

  private Path icon() {
    String form =
        switch (build.system()) {
          case LINUX -> "png";
          case MAC -> "icns";
          case WINDOWS -> "ico";
        };
    return build.jpackage().resolve("icons/" + Build.NAME + "." + form);
  }
}
