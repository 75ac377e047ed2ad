import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What starts the program on Linux, in the place of jpackage's own launcher. That one first asks
 * rpm and dpkg whose file it is, at every start, which takes longer than Java needs to begin; and
 * nothing of what it hears is needed here.
 */
final class StartScript {
  private static final String CLASS_PATH = "app.classpath=";
  private static final String MAIN_CLASS = "app.mainclass=";
  private static final String OPTION = "java-options=";

  private final Path program;
  private final Path java;
  private final List<String> settings;

  private StartScript(Path program, Path java, List<String> settings) {
    this.program = program;
    this.java = java;
    this.settings = settings;
  }

  /** Takes the launcher's place, with its settings. */
  static StartScript inPlaceOfTheLauncher(Build build) throws IOException {
    Path settings = build.imageApp().resolve(Build.NAME + ".cfg");
    Path program = build.image().resolve("bin/" + Build.NAME);
    Path java = build.image().resolve("lib/runtime/bin/java");
    var script = new StartScript(program, java, Files.readAllLines(settings));
    Files.delete(settings);
    Files.delete(build.image().resolve("lib/libapplauncher.so"));
    script.write("java", List.of());
    return script;
  }

  /**
   * From now on with this cache, in the directory of the jars. Java gets the program's name, by
   * which people find it among their processes; not sooner, for it calls itself to write a cache.
   */
  void takeCache(String file) throws IOException {
    Files.move(java, java.resolveSibling(Build.NAME));
    write(Build.NAME, List.of("-XX:AOTCache=$app/" + file));
  }

  private void write(String name, List<String> more) throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "#!/bin/sh",
                "# Starts Kubeadm Wizard with the Java that it brings along.",
                "set -eu",
                "unset JDK_JAVA_OPTIONS # for other Javas of this machine",
                "program=$(readlink -f -- \"$0\")",
                "image=${program%/bin/*}",
                "app=$image/lib/app",
                "exec \"$image/lib/runtime/bin/" + name + "\" \\"));
    values(OPTION).forEach(option -> lines.add("  " + option + " \\"));
    more.forEach(option -> lines.add("  \"" + option + "\" \\"));
    lines.add("  -cp \"" + String.join(":", values(CLASS_PATH)) + "\" \\");
    lines.add("  " + values(MAIN_CLASS).getFirst() + " \"$@\"");
    Files.deleteIfExists(program);
    Files.write(program, lines);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> values(String key) {
    return settings.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("$APPDIR", "$app"))
        .toList();
  }
}
