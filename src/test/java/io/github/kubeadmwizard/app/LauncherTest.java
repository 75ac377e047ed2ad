package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a user does, in a process of its own. */
@EnabledOnOs(OS.LINUX)
final class LauncherTest {
  private static final String NO_DISPLAY =
      "There is no display to open a window on; use the command line instead:"
          + " kubeadm-wizard --help\n";

  @Test
  void saysInOneLineThatThereIsNoDisplay() throws IOException, InterruptedException {
    assertThat(run("")).isEqualTo("2: " + NO_DISPLAY);
  }

  @Test
  void saysTheSameWhenTheDisplayDoesNotAnswer() throws IOException, InterruptedException {
    assertThat(run(":4711")).isEqualTo("2: " + NO_DISPLAY);
  }

  @Test
  void takesAWordAsACommandAndNeedsNoDisplay() throws IOException, InterruptedException {
    assertThat(run("", "--version")).matches("0: kubeadm-wizard \\d+\\.\\d+\\.\\d+(-\\w+)?\n");
  }

  @Test
  void aClusterFileAloneOpensTheWindow(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("homelab.yaml"), "hosts: []\n");
    assertThat(run("", file.toString())).isEqualTo("2: " + NO_DISPLAY);
    assertThat(run("", directory.resolve("absent.yaml").toString())).doesNotContain(NO_DISPLAY);
  }

  private static String run(String display, String... words)
      throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    line.addAll(List.of("--module-path=target/fx", "--add-modules=javafx.controls"));
    line.addAll(List.of("--enable-native-access=javafx.graphics", "-Duser.language=en"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("DISPLAY", display);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + ": " + said;
  }
}
