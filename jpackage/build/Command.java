import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A program that is run to its end; where it fails, so does the build, with what it said. */
record Command(List<String> words, Map<String, String> environment) {

  static Command of(Object... words) {
    return new Command(Stream.of(words).map(String::valueOf).toList(), Map.of());
  }

  /** One of this JDK's own tools. */
  static Command jdk(String tool, Object... words) {
    Path program = Path.of(System.getProperty("java.home"), "bin", tool);
    return of(Stream.concat(Stream.of(program), Stream.of(words)).toArray());
  }

  Command and(Object... more) {
    var all = new ArrayList<>(words);
    Stream.of(more).map(String::valueOf).forEach(all::add);
    return new Command(List.copyOf(all), environment);
  }

  Command with(String name, Object value) {
    var more = new TreeMap<>(environment);
    more.put(name, String.valueOf(value));
    return new Command(words, more);
  }

  /** For tools that follow reproducible-builds.org. */
  Command at(Instant time) {
    return with("SOURCE_DATE_EPOCH", time.getEpochSecond());
  }

  /** What it printed. */
  String run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    try {
      var builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      int code = builder.start().waitFor();
      String text = Files.readString(said, StandardCharsets.UTF_8);
      if (code != 0) {
        throw new IllegalStateException(words + " ended with " + code + ":\n" + text);
      }
      return text;
    } finally {
      Files.delete(said);
    }
  }

  /** Whether there is such a program on the PATH. */
  static boolean exists(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  static UncheckedIOException unchecked(IOException e) {
    return new UncheckedIOException(e);
  }
}
