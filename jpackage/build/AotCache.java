import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Java's ahead-of-time cache (JEP 483, 514, 515): the classes of a real start, loaded and linked,
 * and what the start spent its time on. Trained by a start that ends by itself.
 */
final class AotCache {
  private final Build build;

  AotCache(Build build) {
    this.build = build;
  }

  void train() throws IOException, InterruptedException {
    Path cache = build.imageApp().resolve("app.aot");
    Path home = build.work().resolve("home");
    start(cache, home);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the rehearsal left no " + cache);
    }
    // Both options at once, to write and to read it, stop Java: so this one only now.
    Files.writeString(
        build.imageApp().resolve(Build.NAME + ".cfg"),
        "java-options=-XX:AOTCache=$APPDIR" + java.io.File.separator + "app.aot\n",
        StandardOpenOption.APPEND);
  }

  private void start(Path cache, Path home) throws IOException, InterruptedException {
    String options = "-XX:AOTCacheOutput=" + cache + " -Dkubeadmwizard.rehearsal=true";
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
