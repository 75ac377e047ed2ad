package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.json.JsonTree;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kubectl of this computer, as a shell would find it. */
public final class LocalKubectl {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final List<String> NAMES = List.of("kubectl", "kubectl.exe");
  private static final Pattern VERSION = Pattern.compile("v(\\d+\\.\\d+\\.\\d+).*");

  private final String path;
  private final Duration deadline;

  /**
   * Looks where this says.
   *
   * @param path directories, as the variable PATH has them
   * @param deadline after which it counts as silent
   */
  public LocalKubectl(String path, Duration deadline) {
    this.path = path;
    this.deadline = deadline;
  }

  /** Looks where this program's own environment says. */
  public static LocalKubectl ofThisComputer() {
    return new LocalKubectl(Optional.ofNullable(System.getenv("PATH")).orElse(""), USUAL);
  }

  /** What is there. */
  public sealed interface Found {}

  /** None. */
  public record Absent() implements Found {}

  /** One that does not say its version. */
  public record Silent(Path program) implements Found {}

  /** One that does. */
  public record Is(Path program, KubernetesVersion version) implements Found {}

  /** Looks, and asks it; waits for that, so never on the JavaFX thread. */
  public Found look() {
    return program().<Found>map(this::asked).orElseGet(Absent::new);
  }

  private Optional<Path> program() {
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(directory -> !directory.isBlank())
        .flatMap(LocalKubectl::in)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> in(String directory) {
    try {
      Path place = Path.of(directory);
      return NAMES.stream().map(place::resolve);
    } catch (InvalidPathException _) {
      return Stream.of();
    }
  }

  private Found asked(Path program) {
    try {
      var process =
          new ProcessBuilder(program.toString(), "version", "--client", "-o", "json")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (var _ = ended(process)) {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return version(said)
            .<Found>map(version -> new Is(program, version))
            .orElse(new Silent(program));
      }
    } catch (IOException _) {
      return new Silent(program);
    }
  }

  private interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Ends it when its time is over, which ends what it says. */
  private Watch ended(Process process) {
    var end = process.onExit().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
    end.exceptionally(_ -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      return process.destroyForcibly();
    });
    return process::destroyForcibly;
  }

  /** The version that kubectl's or the API server's JSON says. */
  static Optional<KubernetesVersion> version(String json) {
    JsonTree said = JsonTree.of(json);
    return said.at("clientVersion", "gitVersion")
        .text()
        .or(() -> said.at("gitVersion").text())
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .map(form -> KubernetesVersion.parse(form.group(1)));
  }
}
