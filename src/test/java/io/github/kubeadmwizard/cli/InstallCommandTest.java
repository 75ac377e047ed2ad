package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Group;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.journal.RunSummary;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallCommandTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
  }

  private int install(String... more) {
    return bench.run(with(more));
  }

  private String[] with(String... more) {
    var args = new java.util.ArrayList<>(List.of("install", bench.file().toString()));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  /**
   * The lines without their times and the run's id. The two lanes mix as they like, and whether one
   * has to wait at a gate is a matter of microseconds.
   */
  private static List<String> sorted(String text) {
    return text.lines()
        .filter(line -> !line.contains("waiting for other hosts"))
        .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d", "HH:MM:SS"))
        .map(line -> line.replaceAll("\\d{8}-\\d{6}-[0-9a-f]{4}", "RUN"))
        .sorted()
        .toList();
  }

  private void changes() {
    bench.outcomes.put(
        "swap-off@n1", new Outcome.Changed(List.of(new Before("file", new TreeMap<>()))));
    bench.outcomes.put("swap-off@n2", new Outcome.Skipped(Message.of("why.noSwap")));
  }

  private static Problem problem() {
    return new Problem(
        "host.init",
        new HostName("n1"),
        "init",
        Message.of("init.what"),
        Message.of("init.why"),
        Message.of("init.remedy"),
        Optional.of(new FailedCommand("kubeadm-init.sh", 1, List.of("error: \u001b[31mport"))),
        List.of());
  }

  @Test
  void tellsInAPipeLineByLine() {
    changes();
    assertThat(install("--yes")).isZero();
    assertThat(sorted(bench.out()))
        .containsExactlyInAnyOrder(
            "",
            "Checks: 0 passed, 0 set by the installation, 0 warnings, 0 overridden, 0 blocking",
            "Cluster homelab, Kubernetes 1.36.4",
            "  Control planes: n1",
            "  Workers: n2",
            "  - title.prepare []: 2 hosts, 2 actions",
            "  - title.init []: 1 host, 1 action",
            "  - title.join []: 1 host, 1 action",
            "HH:MM:SS Run RUN: 2 hosts, 4 actions",
            "HH:MM:SS n1 prepare: title.swapOff [] … changed",
            "HH:MM:SS n2 prepare: title.swapOff [] … skipped: why.noSwap []",
            "HH:MM:SS n1 init: title.init [] … unchanged",
            "HH:MM:SS n2 join: title.join [] … unchanged",
            "HH:MM:SS n1: done",
            "HH:MM:SS n2: done",
            "HH:MM:SS Done: 1 changed, 2 unchanged, 1 skipped, 0 failed.");
    assertThat(sorted(bench.err()))
        .containsExactlyInAnyOrder(
            "Connecting 2 hosts …",
            "Reading what 2 hosts can tell …",
            "Next: kubeadm-wizard status; kubeadm-wizard kubeconfig --merge."
                + " The whole log: kubeadm-wizard logs RUN");
  }

  @Test
  void tellsProgramsOneObjectALine() {
    changes();
    assertThat(install("--yes", "--json")).isZero();
    assertThat(bench.out().lines().toList())
        .filteredOn(line -> line.contains("action-finished"))
        .containsExactlyInAnyOrder(
            "{\"event\":\"action-finished\",\"phase\":\"prepare\",\"host\":\"n1\","
                + "\"action\":\"swap-off\",\"result\":\"changed\"}",
            "{\"event\":\"action-finished\",\"phase\":\"prepare\",\"host\":\"n2\","
                + "\"action\":\"swap-off\",\"result\":\"skipped\",\"why\":\"why.noSwap []\"}",
            "{\"event\":\"action-finished\",\"phase\":\"init\",\"host\":\"n1\","
                + "\"action\":\"init\",\"result\":\"unchanged\"}",
            "{\"event\":\"action-finished\",\"phase\":\"join\",\"host\":\"n2\","
                + "\"action\":\"join\",\"result\":\"unchanged\"}");
    assertThat(bench.out().lines().toList())
        .allMatch(line -> io.github.kubeadmwizard.json.Json.object(line).isPresent())
        .last()
        .isEqualTo(
            "{\"event\":\"run-finished\",\"result\":\"done\",\"changed\":1,\"unchanged\":2,"
                + "\"skipped\":1,\"failed\":0}");
  }

  @Test
  void saysThatASecondRunHadNothingToDoAndKeepsBothJournals() throws IOException {
    assertThat(install("--yes")).isZero();
    assertThat(sorted(bench.out()))
        .contains(
            "HH:MM:SS Done: nothing had to be changed; 4 actions were done already, 0 skipped.");
    RunSummary last = new Runs(bench.directories.state()).last("homelab").orElseThrow();
    assertThat(last.result().orElseThrow().end()).isEqualTo(RunEvent.End.DONE);
  }

  @Test
  void showsAFailureWholeAndEndsWithOne() {
    bench.outcomes.put("init@n1", new Outcome.Failed(problem()));
    assertThat(install("--yes")).isEqualTo(1);
    assertThat(bench.out())
        .containsSubsequence(
            "n1 init: title.init [] … failed\n",
            "  n1, init: init.what []\n",
            "    Why: init.why []\n",
            "    What to do: init.remedy []\n",
            "    Command: kubeadm-init.sh (exit code 1)\n",
            "      | error: port\n",
            "Failed: 0 changed, 2 unchanged, 0 skipped, 1 failed.\n  n1 init: init.what []\n");
  }

  @Test
  void speaksChinese() {
    changes();
    assertThat(bench.run("", Locale.SIMPLIFIED_CHINESE, with("--yes"))).isZero();
    assertThat(bench.out())
        .contains("n1 prepare: title.swapOff [] … 已更改\n")
        .contains("完成：1 项已更改，2 项未更改，1 项已跳过，0 项失败。\n");
    assertThat(bench.run("", Locale.ENGLISH, with("--yes", "--lang", "zh"))).isZero();
    assertThat(bench.out()).contains("完成：1 项已更改");
  }

  @Test
  void asksBeforeItBeginsAndTakesNothingForANo() throws IOException {
    bench.terminal = FakeTerminal.typing("");
    assertThat(install()).isEqualTo(1);
    assertThat(bench.terminal.prompts()).containsExactly("Go on? [yes / no] ");
    assertThat(bench.err()).endsWith("Nothing was changed.\n");
    assertThat(new Runs(bench.directories.state()).list("homelab")).isEmpty();
    bench.terminal = FakeTerminal.typing("yes");
    assertThat(install()).isZero();
  }

  @Test
  void withoutATerminalItNeedsYes() {
    assertThat(install()).isEqualTo(2);
    assertThat(bench.err()).contains("run this with --yes");
  }

  @Test
  void aDryRunNeedsNoConsentChangesNothingAndKeepsNoJournal() throws IOException {
    changes();
    assertThat(install("--dry-run", "--json")).isZero();
    assertThat(bench.out())
        .endsWith(
            "{\"event\":\"run-finished\",\"result\":\"done\",\"changed\":0,\"unchanged\":0,"
                + "\"skipped\":4,\"failed\":0}\n");
    assertThat(new Runs(bench.directories.state()).list("homelab")).isEmpty();
  }

  @Test
  void doesNotBeginWhenChecksBlock() throws IOException {
    var finding =
        new Finding(
            "NumCPU",
            "NumCPU",
            Group.MACHINE,
            Optional.of(new HostName("n1")),
            State.BLOCKS,
            true,
            Message.of("cpu.title"),
            Message.of("cpu.shortly"),
            Message.of("cpu.read"),
            Message.of("cpu.why"),
            Message.of("cpu.remedy"),
            List.of());
    bench.report = new CheckReport(List.of(finding), new TreeSet<>());
    assertThat(install("--yes")).isEqualTo(3);
    assertThat(bench.out())
        .contains(
            "n1\n",
            "cpu.title [] (NumCPU): cpu.shortly []\n",
            "      cpu.read []\n",
            "      Why: cpu.why []\n",
            "      What to do: cpu.remedy []\n",
            "checks.override: [NumCPU]\n",
            "0 overridden, 1 blocking\n");
    assertThat(bench.err()).endsWith("Mend what blocks, then run the command again.\n");
    assertThat(install("--yes", "--json")).isEqualTo(3);
    assertThat(bench.out())
        .endsWith(
            "{\"event\":\"run-finished\",\"result\":\"failed\",\"changed\":0,\"unchanged\":0,"
                + "\"skipped\":0,\"failed\":0}\n");
  }

  @Test
  void aHostThatIsNotThereEndsItBeforeAnythingIsTouched() {
    bench.hosts = fakes -> fakes.dead("n2", false);
    assertThat(install("--yes")).isEqualTo(1);
    assertThat(bench.err())
        .contains(
            """
            n2: fake.dead.what []
              Why: fake.dead.why []
              What to do: fake.dead.remedy []
            """);
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void aHostThatIsAnotherThanWeKnowEndsItWithFour() {
    bench.hosts = fakes -> fakes.dead("n2", true);
    assertThat(install("--yes", "--accept-new-host-keys")).isEqualTo(4);
  }

  @Test
  void refusesASecondInstallationOfTheClusterAndSaysWhoRuns() throws IOException {
    try (var _ = new Runs(bench.directories.state()).lock("homelab", "20261121-090000-aaaa")) {
      assertThat(install("--yes")).isEqualTo(1);
      assertThat(bench.err())
          .contains("Another program is installing the cluster homelab", "20261121-090000-aaaa");
    }
  }

  @Test
  void goesOnAfterARunThatWasKilled() throws IOException {
    new Runs(bench.directories.state())
        .begin("homelab", "20261121-090000-aaaa", text -> text)
        .close();
    assertThat(install("--yes")).isZero();
    assertThat(bench.err()).contains("The last run, 20261121-090000-aaaa, was broken off.");
  }

  @Test
  void theFirstCtrlCStopsAndSaysWhatIsLetFinishTheSecondEnds() {
    bench.letsFinish = true;
    bench.duringAction =
        () -> {
          bench.interrupts.press();
          assertThat(bench.interrupts.ended()).isEqualTo(-1);
          bench.interrupts.press();
        };
    assertThat(install("--yes")).isEqualTo(1);
    assertThat(bench.interrupts.ended()).isEqualTo(1);
    assertThat(bench.err())
        .contains(
            "Stopping. This is let finish first: n1: title.init []."
                + " Press Ctrl-C again to end at once.\n",
            "Ended at once.");
    assertThat(bench.out()).contains("Stopped: 0 changed");
  }

  @Test
  void aStopWithNothingToFinishIsShort() {
    bench.duringAction = () -> bench.interrupts.press();
    assertThat(install("--yes", "--json")).isEqualTo(1);
    assertThat(bench.err()).contains("Stopping. Press Ctrl-C again to end at once.\n");
    assertThat(bench.out().lines().toList().getLast())
        .startsWith("{\"event\":\"run-finished\",\"result\":\"stopped\"");
    assertThat(bench.interrupts.ended()).isEqualTo(-1);
  }

  @Test
  void takesSecretsFromStandardInputAndShowsThemNowhere() throws IOException {
    bench.hosts =
        fakes ->
            fakes.wants("n1", Kind.PASSWORD, "pass word 口令").wants("n2", Kind.SUDO, "sud0sud0");
    var stdin = "{hosts: {n1: {password: pass word 口令}, n2: {sudo: sud0sud0}}}";
    assertThat(bench.run(stdin, Locale.ENGLISH, with("--yes", "--secrets-from-stdin"))).isZero();
    assertThat(bench.out() + bench.err() + everything())
        .doesNotContain("pass word")
        .doesNotContain("口令")
        .doesNotContain("sud0sud0");
  }

  private String everything() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(bench.directories.state())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void withoutATerminalItNamesTheSecretsThatAreMissing() {
    bench.hosts = fakes -> fakes.wants("n1", Kind.PASSWORD, "x").wants("n2", Kind.SUDO, "y");
    assertThat(install("--yes")).isEqualTo(1);
    assertThat(bench.err())
        .contains(
            "There is no terminal to ask on, and 2 secrets are missing or wrong. Run the command"
                + " again with --secrets-from-stdin and give these keys:\n"
                + "  hosts.n1.password\n"
                + "  hosts.n2.sudo\n");
  }

  @Test
  void asksOneSecretForAllAndEachAloneAfterAnEmptyAnswer() {
    bench.hosts = fakes -> fakes.wants("n1", Kind.SUDO, "one").wants("n2", Kind.SUDO, "two");
    bench.terminal = FakeTerminal.typing("", "one", "wrong", "two");
    assertThat(install("--yes")).isZero();
    assertThat(bench.terminal.prompts())
        .containsExactly(
            "sudo password of ops on n1, n2 (press Enter alone to give one for each): ",
            "sudo password of ops on n1: ",
            "sudo password of ops on n2: ",
            "sudo password of ops on n2: ");
    assertThat(bench.err()).contains("That was not right for n2.");
  }

  @Test
  void showsAllNewHostKeysTogetherAndTakesNamesForAnAnswer() {
    bench.hosts = fakes -> fakes.unknown("n1", "SHA256:aaa").unknown("n2", "SHA256:bbb");
    bench.terminal = FakeTerminal.typing("perhaps", "N1");
    assertThat(install("--yes")).isEqualTo(4);
    assertThat(bench.terminal.prompts())
        .containsExactly(
            "Trust them? [yes / no / the names of some] ",
            "Trust them? [yes / no / the names of some] ");
    assertThat(bench.err())
        .contains(
            "  n1 (10.0.0.1)  ssh-ed25519  SHA256:aaa\n  n2 (10.0.0.2)  ssh-ed25519  SHA256:bbb\n",
            "Please type yes, no, or names from the list.\n",
            "n2: fake.newKey.what []\n")
        .doesNotContain("n1: fake.newKey.what");
  }

  @Test
  void scriptsAcceptNewHostKeysByAnOption() {
    bench.hosts = fakes -> fakes.unknown("n1", "SHA256:aaa").unknown("n2", "SHA256:bbb");
    assertThat(install("--yes")).isEqualTo(4);
    assertThat(bench.err()).contains("run the command again with --accept-new-host-keys");
    assertThat(install("--yes", "--accept-new-host-keys")).isZero();
  }
}
