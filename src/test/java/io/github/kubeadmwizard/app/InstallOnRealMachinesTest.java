package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes a cluster on real machines, which are named in an inventory: {@code mvn verify -Plab
 * -Dlab.inventory=FILE}. The first host becomes the control plane, the others workers. The machines
 * must be ones that may be changed.
 */
@Tag("lab")
class InstallOnRealMachinesTest {
  private static final Predicate<String> FINDING_THAT_STOPS =
      Pattern.compile("\"event\":\"finding\".*\"result\":\"(?!passed|set-by-install)")
          .asPredicate();

  @TempDir private Path home;

  @Test
  void installsAClusterAndChangesNothingTheSecondTime() throws Exception {
    Map<String, Object> inventory =
        PlainTree.read(Files.readString(Path.of(System.getProperty("lab.inventory", ""))));
    Path file = home.resolve("cluster.yaml");
    Files.writeString(file, LabInventory.clusterFile(inventory));

    String first = run(file, secrets(inventory));
    assertThat(last(first)).contains("\"run-finished\"").contains("\"done\"");

    String second = run(file, secrets(inventory));
    assertThat(last(second))
        .contains("\"done\"")
        .contains("\"changed\":0")
        .contains("\"failed\":0");
  }

  private String run(Path file, String secrets) {
    var out = new ByteArrayOutputStream();
    var directories =
        UserDirectories.of(
            Map.of("HOME", home.toString()), System.getProperty("os.name", ""), home);
    int exit =
        new Wiring(directories)
            .commandLine()
            .run(
                new String[] {
                  "install",
                  file.toString(),
                  "--yes",
                  "--json",
                  "--accept-new-host-keys",
                  "--secrets-from-stdin"
                },
                new ByteArrayInputStream(secrets.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(() -> whatWentWrong(said)).isZero();
    return said;
  }

  /** Failures and unmet requirements, then the end: a run says thousands of lines. */
  private static String whatWentWrong(String said) {
    List<String> lines = said.lines().toList();
    Stream<String> told =
        lines.stream()
            .filter(line -> line.contains("\"problem\"") || FINDING_THAT_STOPS.test(line));
    return Stream.concat(told, lines.stream().skip(Math.max(0, lines.size() - 30)))
        .collect(Collectors.joining("\n"));
  }

  private static String last(String text) {
    return text.lines().reduce((_, line) -> line).orElse("");
  }

  private static String secrets(Map<String, Object> inventory) {
    var text = new StringBuilder("hosts:\n");
    for (Map<?, ?> host : LabInventory.hosts(inventory)) {
      Optional.ofNullable(host.get("password"))
          .ifPresent(password ->
              text.append("  ")
                  .append(host.get("name"))
                  .append(": {password: '")
                  .append(password)
                  .append("', sudo: '")
                  .append(password)
                  .append("'}\n"));
    }
    return text.toString();
  }
}
