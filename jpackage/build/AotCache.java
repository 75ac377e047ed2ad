import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Java's ahead-of-time cache (JEP 483, 514): the classes of a real start and of each page, loaded
 * and linked. Trained by a start that ends by itself.
 */
final class AotCache {
  private final Build build;

  AotCache(Build build) {
    this.build = build;
  }

  /** Both options at once, to write and to read it, stop Java: so the script has it only then. */
  void train(StartScript script) throws IOException, InterruptedException {
    Path cache = build.imageApp().resolve("app.aot");
    Path home = build.work().resolve("home");
    start(cache, home);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the rehearsal left no " + cache);
    }
    script.takeCache("app.aot");
  }

  private void start(Path cache, Path home) throws IOException, InterruptedException {
    String options =
        String.join(
            " ",
            "-XX:AOTCacheOutput=" + cache,
            "-XX:+UnlockDiagnosticVMOptions", // for the next
            "-XX:-AOTRecordTraining", // docs/decisions/installers.md
            "-Dkubeadmwizard.rehearsal=true");
    String program = build.image().resolve("bin/" + Build.NAME).toString();
    boolean seen = System.getenv("DISPLAY") != null;
    List<String> screen =
        seen ? List.of() : List.of("xvfb-run", "-a", "-s", "-screen 0 1280x900x24");
    Command.of(screen.toArray())
        .and(program)
        .with("HOME", home)
        .with("XDG_CONFIG_HOME", home.resolve("config"))
        .with("XDG_DATA_HOME", home.resolve("data"))
        .with("XDG_STATE_HOME", home.resolve("state"))
        .with("JAVA_TOOL_OPTIONS", options)
        .run();
  }
}
