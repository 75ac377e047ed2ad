package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code is formatted by google-java-format; with {@code -Dformat.write=true} this rewrites it. */
final class FormatTest {
  private static final boolean WRITE = Boolean.getBoolean("format.write");

  @Test
  void codeIsFormatted() {
    var files =
        Stream.of(ProjectFiles.MAIN, ProjectFiles.TEST, ProjectFiles.INSTALLERS)
            .flatMap(FormatTest::sources);
    var out = new StringWriter();
    int exit = run(out, files.toList());
    assertThat(out.toString().lines().map(FormatTest::shortened))
        .as("files to format: mvn -q test -Dtest=FormatTest -Dformat.write=true")
        .isEmpty();
    assertThat(exit).isZero();
  }

  private static int run(StringWriter out, List<String> files) {
    var formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    var args = new ArrayList<String>();
    args.addAll(WRITE ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    args.addAll(files);
    var err = new StringWriter();
    int exit =
        formatter.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return exit;
  }

  private static Stream<String> sources(Path root) {
    return ProjectFiles.java(root).stream().map(Path::toString);
  }

  private static String shortened(String file) {
    return ProjectFiles.name(Path.of(file));
  }
}
