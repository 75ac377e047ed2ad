import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Java itself, with no more modules than the program needs, and JavaFX. */
final class RuntimeImage {
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop", // JavaFX, SnakeYAML
          "java.logging", // JavaFX's style sheets, ControlsFX
          "java.net.http", // manifests
          "java.naming", // logback, sshj
          "java.security.jgss", // named in sshj's signatures
          "java.sql", // named in Jackson's and Bouncy Castle's
          "java.xml",
          "javafx.controls",
          "javafx.graphics",
          "jdk.localedata", // how a Chinese user writes numbers and dates
          "jdk.net", // options of sockets
          "jdk.unsupported"); // JavaFX's memory

  private static final Pattern PROVIDER = Pattern.compile("security\\.provider\\.\\d+=(\\w+)");

  /**
   * Of modules that are left out; macOS and Windows have more that stay, such as their key stores.
   */
  private static final Set<String> ELSEWHERE = Set.of("XMLDSig", "SunPCSC", "JdkSASL", "SunPKCS11");

  private final Build build;

  RuntimeImage(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    List<Path> javaFx = javaFx();
    Command.jdk("jlink")
        .and(
            "--module-path",
            javaFx.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)))
        .and("--add-modules", String.join(",", MODULES))
        .and("--include-locales=en,zh", "--strip-java-debug-attributes")
        .and("--no-header-files", "--no-man-pages")
        .and(
            "--exclude-resources=/javafx.graphics/*.so,/javafx.graphics/*.dll,/javafx.graphics/*.dylib")
        .and("--output", build.runtime())
        .run();
    for (Path jar : javaFx) {
      takeLibraries(jar);
    }
    nameOwnProviders();
  }

  /**
   * Java looks for a provider that it does not have among all jars, and so wakes the whole of
   * Bouncy Castle at the first use of any cryptography: only those are named that are there.
   */
  private void nameOwnProviders() throws IOException {
    Path file = build.runtime().resolve("conf/security/java.security");
    var lines = new ArrayList<String>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher named = PROVIDER.matcher(line);
      if (!named.matches()) {
        lines.add(line);
      } else if (!ELSEWHERE.contains(named.group(1))) {
        number++;
        lines.add("security.provider." + number + "=" + named.group(1));
      }
    }
    Files.write(file, lines);
  }

  /** Only the jars of this system have classes in them. */
  private List<Path> javaFx() throws IOException {
    var found = new ArrayList<Path>();
    for (Path jar : Build.below(build.app().resolve("fx"))) {
      if (jar.toString().endsWith(".jar")) {
        try (var zip = new ZipFile(jar.toFile())) {
          if (zip.getEntry("module-info.class") != null) {
            found.add(jar);
          }
        }
      }
    }
    return found;
  }

  /** JavaFX would copy these into the user's home at the first start. */
  private void takeLibraries(Path jar) throws IOException {
    Path place = build.runtime().resolve(build.system() == Build.System.WINDOWS ? "bin" : "lib");
    try (var zip = new ZipFile(jar.toFile())) {
      var entries =
          zip.stream().filter(entry -> entry.getName().matches("[^/]+\\.(so|dll|dylib)")).toList();
      for (var entry : entries) {
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, place.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
