import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences of everything that is packed, and the bill of materials. A library that brings its
 * licence keeps it; for one that does not, the text lies under {@code jpackage/licences}; one with
 * neither stops the build. Java's and JavaFX's own are in the runtime's {@code legal}.
 */
final class Licences {
  private static final String APACHE = "LICENSE";
  private static final Map<String, String> WITHOUT =
      Map.ofEntries(
          Map.entry("asn-one", APACHE),
          Map.entry("atlantafx-base", "jpackage/licences/MIT-atlantafx.txt"),
          Map.entry("controlsfx", "jpackage/licences/BSD-3-controlsfx.txt"),
          Map.entry("jspecify", APACHE),
          Map.entry("kubeadm-wizard", APACHE),
          Map.entry("logback-classic", "jpackage/licences/EPL-2.0.md"),
          Map.entry("logback-core", "jpackage/licences/EPL-2.0.md"),
          Map.entry("picocli", APACHE),
          Map.entry("snakeyaml", APACHE),
          Map.entry("sshj", APACHE));

  private final Build build;

  Licences(Build build) {
    this.build = build;
  }

  /** The directory that holds them. */
  Path collect() throws IOException {
    Path documents = build.work().resolve("doc");
    Files.createDirectories(documents);
    Files.copy(build.project().resolve("LICENSE"), documents.resolve("LICENSE"));
    Path bill = build.project().resolve("target/sbom/bom.json");
    if (!Files.exists(bill)) {
      throw new IllegalStateException(
          "there is no " + bill + ": Maven makes it online only, so leave out its option -o");
    }
    Files.copy(bill, documents.resolve("sbom.cyclonedx.json"));
    for (Path jar : Build.below(build.app().resolve("lib"))) {
      if (jar.toString().endsWith(".jar")) {
        take(jar, documents.resolve("third-party"));
      }
    }
    Path javaFx = documents.resolve("third-party/javafx");
    Files.createDirectories(javaFx);
    Files.copy(
        Path.of(System.getProperty("java.home"), "legal/java.base/LICENSE"),
        javaFx.resolve("LICENSE"));
    return documents;
  }

  private void take(Path jar, Path third) throws IOException {
    String name = jar.getFileName().toString().replaceFirst("(-[0-9].*)?\\.jar$", "");
    Path place = third.resolve(name);
    Files.createDirectories(place);
    List<String> taken = new ArrayList<>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(Licences::isLegal).toList()) {
        String file = entry.getName().replaceFirst(".*/", "");
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, place.resolve(file));
        }
        taken.add(file);
      }
    }
    if (taken.stream().noneMatch(file -> file.startsWith("LICENSE"))) {
      String text = WITHOUT.get(name);
      if (text == null) {
        throw new IllegalStateException(
            jar.getFileName()
                + " brings no licence: put its text under jpackage/licences and name it in"
                + " Licences.java");
      }
      Path source = build.project().resolve(text);
      Files.copy(source, place.resolve(source.getFileName()));
    }
  }

  private static boolean isLegal(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*");
  }
}
