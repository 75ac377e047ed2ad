import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Makes the installers of the system that it runs on, from the tree in {@code target/app}: {@code
 * mvn -q -Pinstaller verify}. Arguments: the project's directory, the version, the time that every
 * file gets.
 */
final class Installers {
  private Installers() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var build = new Build(Path.of(args[0]), args[1], Instant.parse(args[2]));
    build.begin();
    new RuntimeImage(build).make();
    new AppImage(build).make();
    switch (build.system()) {
      case LINUX -> linux(build);
      case MAC -> new NativeInstaller(build).make("dmg", Map.of(), AppImage.macSigning());
      case WINDOWS ->
          new NativeInstaller(build)
              .make(
                  "msi",
                  Map.of("--win-upgrade-uuid", "8c7e5b1e-52f5-4f0c-9c3a-6f3a1f0f7f5e"),
                  Set.of(
                      "--win-menu",
                      "--win-shortcut-prompt",
                      "--win-dir-chooser",
                      "--win-per-user-install"));
    }
    new Checksums(build).write();
  }

  private static void linux(Build build) throws IOException, InterruptedException {
    var script = StartScript.inPlaceOfTheLauncher(build);
    new LinuxFiles(build).make();
    build.setTimes(build.image());
    new AotCache(build).train(script);
    build.setTimes(build.image());
    new TarGz(build).make();
    new DebPackage(build).make();
    new RpmPackage(build).make();
  }
}
