package io.github.kubeadmwizard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/architecture.md names every room and every phase that is there, and no other phase. */
final class ArchitecturePageTest {
  private static final Path CODE = Path.of("src/main/java/io/github/kubeadmwizard");
  private static final Pattern PHASE =
      Pattern.compile("String id\\(\\) \\{\\s+return \"([a-z-]+)\"");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+(?:-[a-z]+)+|kubeconfig)` \\|");

  @ParameterizedTest
  @EnumSource
  void itListsThePhases(Tongue tongue) throws IOException {
    assertThat(found(ROW, text(tongue))).containsExactlyInAnyOrderElementsOf(phases());
  }

  @ParameterizedTest
  @EnumSource
  void itNamesEveryRoom(Tongue tongue) throws IOException {
    var text = text(tongue);
    try (Stream<Path> rooms = Files.list(CODE)) {
      assertThat(rooms.map(room -> room.getFileName().toString()))
          .allSatisfy(room -> assertThat(text).contains("`" + room + "`"));
    }
  }

  private static String text(Tongue tongue) throws IOException {
    return Files.readString(tongue.file("architecture.md"));
  }

  private static List<String> phases() throws IOException {
    var phases = new StringBuilder();
    try (Stream<Path> files = Files.list(CODE.resolve("install"))) {
      for (Path file : files.toList()) {
        phases.append(Files.readString(file));
      }
    }
    return found(PHASE, phases.toString());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }
}
