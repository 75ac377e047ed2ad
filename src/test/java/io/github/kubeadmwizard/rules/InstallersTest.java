package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the installers is compiled only when it runs: its mistakes are to show before. */
final class InstallersTest {
  @Test
  void theProgramsThatMakeInstallersCompileWithoutAWarning(@TempDir Path classes) {
    var said = new StringWriter();
    var files = ProjectFiles.java(ProjectFiles.INSTALLERS).stream().map(Path::toString);
    var args =
        Stream.concat(Stream.of("-Xlint:all", "-Werror", "-d", classes.toString()), files).toList();
    int exit = javac(said, args);
    assertThat(said.toString()).isEmpty();
    assertThat(exit).isZero();
  }

  private static int javac(StringWriter said, List<String> args) {
    var writer = new PrintWriter(said);
    return ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(writer, writer, args.toArray(String[]::new));
  }

  @Test
  void theMenuEntryIsInBothLanguages() {
    String entry =
        ProjectFiles.text(ProjectFiles.ROOT.resolve("jpackage/linux/kubeadm-wizard.desktop"));
    assertThat(entry.lines().filter(line -> line.matches("(GenericName|Comment|Keywords)=.*")))
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(entry).contains("\n" + line.replaceFirst("=.*", "") + "[zh_CN]="));
  }
}
