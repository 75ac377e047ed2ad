package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every script of ours passes ShellCheck, those of the hosts above all. */
final class ShellCheckTest {
  private static final List<String> PLACES =
      List.of("installer-assets/scripts", "jpackage", ".ci", "bench", "src/main/bin");

  @Test
  void scriptsPassShellCheck() throws InterruptedException {
    var command = new ArrayList<>(List.of("shellcheck", "-x"));
    scripts().map(ProjectFiles::name).forEach(command::add);
    assertThat(answer(command)).isEqualTo("0: ");
  }

  @Test
  void scriptsForHostsStopAtTheFirstError() {
    assertThat(scripts().filter(script -> ProjectFiles.name(script).startsWith("installer-assets")))
        .filteredOn(script -> ProjectFiles.text(script).startsWith("#!"))
        .filteredOn(script -> !ProjectFiles.text(script).contains("\nset -euo pipefail\n"))
        .extracting(ProjectFiles::name)
        .isEmpty();
  }

  /** Scripts begin with #!, fragments that are read into others with a ShellCheck directive. */
  private static Stream<Path> scripts() {
    return PLACES.stream()
        .flatMap(place -> ProjectFiles.under(ProjectFiles.ROOT.resolve(place), p -> true).stream())
        .filter(ShellCheckTest::isShell);
  }

  private static boolean isShell(Path file) {
    if (file.toString().matches(".*\\.(png|ico|icns|jar|gz|rtf)")) {
      return false;
    }
    var firstLine = ProjectFiles.text(file).lines().findFirst().orElse("");
    return firstLine.matches("#!.*\\b(ba|da)?sh\\b.*|# shellcheck shell=.*")
        || file.toString().matches(".*\\.(sh|bash)");
  }

  private static String answer(List<String> command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(ProjectFiles.ROOT.toFile())
              .redirectErrorStream(true)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() + ": " + said;
    } catch (IOException e) {
      if (System.getenv("CI") == null) {
        abort("shellcheck is not installed: " + e.getMessage());
      }
      return "shellcheck is not installed: " + e.getMessage();
    }
  }
}
