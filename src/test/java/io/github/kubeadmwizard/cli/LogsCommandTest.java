package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsCommandTest {
  private static final String RUN = "20261121-163412-9f3a";
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
  }

  private void write(String id, boolean ended) throws IOException {
    try (var journal = new Runs(bench.directories.state()).begin("homelab", id, text -> text)) {
      journal.accept(new RunEvent.RunStarted(Bench.NOW, id, new Plan(List.of())));
      for (String name : List.of("n1", "n2")) {
        var host = new HostName(name);
        journal.accept(
            new RunEvent.ActionStarted(Bench.NOW, host, "prepare", "a", Message.of("title.a")));
        journal.accept(
            new RunEvent.Output(Bench.NOW, host, "prepare", "a", false, "line of " + name));
        journal.accept(
            new RunEvent.ActionFinished(Bench.NOW, host, "prepare", "a", new Outcome.Unchanged()));
      }
      if (ended) {
        journal.accept(
            new RunEvent.RunFinished(
                Bench.NOW, new RunResult(RunEvent.End.STOPPED, 0, 2, 0, 0, List.of())));
      }
    }
  }

  private int logs(String... more) {
    var args = new java.util.ArrayList<>(List.of("logs", "-f", bench.file().toString()));
    args.addAll(List.of(more));
    return bench.run(args.toArray(String[]::new));
  }

  @Test
  void showsTheLastRunOfOneHostInWords() throws IOException {
    write("20261120-000000-aaaa", false);
    write(RUN, true);
    assertThat(logs("--host", "n2")).isZero();
    assertThat(bench.out())
        .isEqualTo(
            """
            16:34:12 Run 20261121-163412-9f3a: no hosts, no actions
            16:34:12 n2 prepare: title.a [] begins
            16:34:12 n2 prepare: | line of n2
            16:34:12 n2 prepare: title.a [] … unchanged
            16:34:12 Stopped: 0 changed, 2 unchanged, 0 skipped, 0 failed.
            """);
  }

  @Test
  void givesTheSameToProgramsAsTheRunDid() throws IOException {
    write(RUN, true);
    assertThat(logs(RUN.substring(0, 10), "--json")).isZero();
    assertThat(bench.out().lines().toList())
        .hasSize(8)
        .endsWith(
            "{\"event\":\"run-finished\",\"result\":\"stopped\",\"changed\":0,\"unchanged\":2,"
                + "\"skipped\":0,\"failed\":0}");
  }

  @Test
  void listsRunsNewestFirst() throws IOException {
    write("20261120-000000-aaaa", false);
    write(RUN, true);
    assertThat(logs("--list")).isZero();
    assertThat(bench.out())
        .isEqualTo(
            """
            20261121-163412-9f3a  homelab  Stopped: 0 changed, 2 unchanged, 0 skipped, 0 failed.
            20261120-000000-aaaa  homelab  broken off
            """);
  }

  @Test
  void saysThatThereIsNoSuchRun() {
    assertThat(logs()).isEqualTo(2);
    assertThat(bench.err()).isEqualTo("There has been no run of this cluster yet.\n");
    assertThat(logs("1999")).isEqualTo(2);
    assertThat(bench.err()).startsWith("There is no run 1999");
  }
}
