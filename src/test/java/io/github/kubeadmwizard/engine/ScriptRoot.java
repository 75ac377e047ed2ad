package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.engine.HostSpeech.SaidBefore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A root of its own, in which a real bash runs host scripts as the program would.
 *
 * @param root what scripts take for the root of the file system
 * @param work where the text of a call lies
 * @param standIns functions in the place of programs that this machine should not run
 */
public record ScriptRoot(Path root, Path work, String standIns) {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("project.directory", ""), "installer-assets/scripts");

  /**
   * One on which nothing sleeps.
   *
   * @param programs text by name; run in the place of the real ones, also by other programs
   */
  static ScriptRoot playing(Path root, Path work, Map<String, String> programs) {
    var host =
        new ScriptRoot(root, work, "export KW_ROOT PATH=$KW_ROOT/bin:$PATH\nsleep() { :; }\n");
    programs.forEach(host::program);
    return host;
  }

  /** What the script says when it may only look. */
  public List<HostSpeech> look(String script, Map<String, String> vars) throws Exception {
    return run(SCRIPTS.resolve(script), vars, true);
  }

  /** What the script says. */
  public List<HostSpeech> run(String script, Map<String, String> vars) throws Exception {
    return run(SCRIPTS.resolve(script), vars, false);
  }

  List<HostSpeech> run(Path script, Map<String, String> vars, boolean look)
      throws IOException, InterruptedException {
    String name = String.valueOf(script.getFileName());
    var all = new TreeMap<>(vars);
    all.putAll(Map.of("KW_MARK", "MARK", "KW_RUN", "r1", "KW_LOOK", look ? "1" : "0"));
    all.putAll(Map.of("KW_ROOT", root.toString(), "KW_ACTION", "test/" + name.replace(".sh", "")));
    var text = new StringBuilder();
    all.forEach((key, value) -> text.append(ScriptText.assignment(key, value)));
    text.append(source("prelude.sh")).append(standIns);
    var texts = new ScriptText(file -> file.equals(name) ? read(script) : source(file));
    Path file = Files.writeString(work.resolve("run.sh"), text + texts.whole(name));
    var bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true).start();
    bash.getOutputStream().close();
    var output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return output.lines().flatMap(line -> HostSpeech.parse("MARK", line).stream()).toList();
  }

  private static String source(String script) {
    return read(SCRIPTS.resolve(script));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it noted in the ledger. */
  public static Stream<String> befores(List<HostSpeech> said) {
    return said.stream()
        .filter(SaidBefore.class::isInstance)
        .map(speech -> ((SaidBefore) speech).before())
        .map(before -> before.kind() + " " + before.fields());
  }

  /** Puts a file there. */
  public void put(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program into {@code bin}. */
  void program(String name, String text) {
    put("bin/" + name, text);
    if (!root.resolve("bin/" + name).toFile().setExecutable(true)) {
      throw new IllegalStateException(name + " cannot be run");
    }
  }

  /** A file's text. */
  public String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  /** The SHA-256 of a text. */
  public static String digest(String text) throws Exception {
    byte[] sum =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(sum);
  }
}
