package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineAppTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
  }

  @Test
  void everyCommandHasHelpThatEndsWithAnExampleInBothLanguages() {
    assertThat(commands()).contains("check", "install", "logs");
    for (String command : commands()) {
      assertThat(bench.run(command, "--help")).as(command).isZero();
      assertThat(bench.out())
          .startsWith("Usage: kubeadm-wizard " + command)
          .contains("--json")
          .matches("(?s).*\nExample:\n  kubeadm-wizard " + command + " [^\n]+\n    [^\n]+\\.\n");
      assertThat(bench.run("", Locale.SIMPLIFIED_CHINESE, command, "--help")).isZero();
      assertThat(bench.out())
          .startsWith("用法： kubeadm-wizard " + command)
          .matches("(?s).*\n示例：\n  kubeadm-wizard " + command + " [^\n]+\n    [^\n]+。\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/command-line.md", "docs/zh_CN/command-line.md"})
  void theDocumentShowsTheExampleOfEveryCommand(Path file) throws IOException {
    var document = Files.readString(file);
    assertThat(commands())
        .extracting(command -> Example.of(command).map(Example::words).orElseThrow())
        .allSatisfy(words -> assertThat(document).contains("| `kubeadm-wizard " + words + "` |"));
  }

  @Test
  void everyExampleIsUnderstood() {
    for (String command : commands()) {
      String[] words = Example.of(command).orElseThrow().words().split(" ", -1);
      var _ = bench.run(words); // there is no such file
      assertThat(bench.err()).as(command).doesNotContain("Wrong use");
    }
  }

  /**
   * picocli leaves the place empty where it finds no words; the next line is then another option.
   */
  @Test
  void everyOptionSaysWhatItIsFor() {
    for (String command : commands()) {
      assertThat(bench.run(command, "--help")).isZero();
      assertThat(bench.out())
          .as(command)
          .doesNotContainPattern("\n {2,6}-[^ ]+( [^ ]+)*\n( {2,6}-|\n)");
    }
  }

  /** The commands that this build has, as its help lists them. */
  private List<String> commands() {
    assertThat(bench.run("--help")).isZero();
    return bench
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.matches("  \\S.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
  }

  @Test
  void helpOfTheWholeListsCommandsAndExitCodes() {
    assertThat(bench.run("--help")).isZero();
    assertThat(bench.out())
        .contains("Takes bare Linux machines to a Ready Kubernetes cluster")
        .contains("Exit codes: 0 done, 1 failed, 2 wrong use or cluster file, 3 checks not passed,")
        .contains("\nExample:\n  kubeadm-wizard install --practice\n    A whole installation");
    assertThat(bench.run("--version")).isZero();
    assertThat(bench.out()).isEqualTo("kubeadm-wizard 1.2.3\n");
  }

  @Test
  void aWordThatIsNoCommandIsNamedAndWhatWasMeant() {
    assertThat(bench.run("instal", "cluster.yaml")).isEqualTo(2);
    assertThat(bench.err())
        .isEqualTo(
            """
            There is no command "instal".
            Did you mean: install?
            See: kubeadm-wizard --help
            """);
  }

  @Test
  void wrongUseEndsWithTwoAndNamesTheHelp() {
    assertThat(bench.run("install", "--frobnicate")).isEqualTo(2);
    assertThat(bench.err())
        .isEqualTo(
            "Wrong use: Unknown option: '--frobnicate'\nSee: kubeadm-wizard install --help\n");
    assertThat(bench.run()).isEqualTo(2);
    assertThat(bench.err()).isEqualTo("A command is missing. See: kubeadm-wizard --help\n");
    assertThat(bench.run("export", bench.file().toString())).isEqualTo(2);
  }

  @Test
  void aMistakeInTheClusterFileIsToldWithItsPlaceAndEndsWithTwo() throws IOException {
    Files.writeString(bench.file(), "apiVersion: kubeadm-wizard/v1\nkind: Cluster\nhots: []\n");
    assertThat(bench.run("check", bench.file().toString())).isEqualTo(2);
    assertThat(bench.err()).contains("cluster.yaml").contains("3").contains("hots");
    assertThat(bench.run("check", home.resolve("no.yaml").toString())).isEqualTo(2);
  }

  @Test
  void aMistakeOfOursIsASentenceAndNoStackTrace() {
    bench.hosts =
        _ -> {
          throw new IllegalStateException("no such luck");
        };
    assertThat(bench.run("check", bench.file().toString())).isEqualTo(1);
    assertThat(bench.err())
        .contains(
            "The program itself made a mistake: java.lang.IllegalStateException: no such luck")
        .doesNotContain("\tat ");
  }

  @Test
  void aMistakeInTheSecretsEndsWithTwo() {
    assertThat(
            bench.run(
                "{hosts: {n7: x}}",
                Locale.ENGLISH,
                "check",
                bench.file().toString(),
                "--secrets-from-stdin"))
        .isEqualTo(2);
    assertThat(bench.err()).contains("line 1, column 10");
  }

  @Test
  void aPlanStandsOnTheSameFactsAsTheInstallation() throws IOException {
    assertThat(bench.run("plan", bench.file().toString())).isZero();
    assertThat(bench.probed).hasValue(2);
    assertThat(bench.run("install", bench.file().toString(), "--yes")).isZero();
    assertThat(bench.probed).hasValue(4);
  }

  @Test
  void checksPlansAndExports() {
    assertThat(bench.run("check", bench.file().toString(), "--json")).isZero();
    assertThat(bench.out())
        .isEqualTo(
            "{\"event\":\"check-finished\",\"result\":\"done\",\"passed\":0,\"set-by-install\":0,"
                + "\"warning\":0,\"overridden\":0,\"blocks\":0}\n");
    assertThat(bench.run("plan", bench.file().toString(), "--verbose")).isZero();
    assertThat(bench.out())
        .isEqualTo(
            """
            1. title.prepare [] [prepare] (side by side)
              n1, n2
                - title.swapOff []
                    swap-off.sh
            2. title.init [] [init] (side by side)
              n1
                - title.init []
                    kubeadm-init.sh
            3. title.join [] [join] (side by side, after api)
              n2
                - title.join []
                    write-file.sh
                      CONTENT=<join-token>
                      MODE=0600
                      TARGET=/etc/kubernetes/join.yaml
            """);
    assertThat(bench.run("plan", bench.file().toString(), "--json")).isZero();
    assertThat(bench.out()).contains("\"CONTENT\" : \"<join-token>\"");
  }

  @Test
  void writesTheFilesOfAnExportAndMakesScriptsExecutable() {
    Path out = home.resolve("a/b");
    assertThat(bench.run("export", bench.file().toString(), "--out", out.toString())).isZero();
    assertThat(bench.out())
        .isEqualTo("Wrote " + out + "/kubeadm.yaml\nWrote " + out + "/runbook/1.sh\n");
    assertThat(out.resolve("kubeadm.yaml")).hasContent("a: b\n");
    assertThat(out.resolve("runbook/1.sh")).isExecutable();
  }
}
