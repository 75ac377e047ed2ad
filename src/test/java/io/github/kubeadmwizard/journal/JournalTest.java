package io.github.kubeadmwizard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final String RUN = "20261121-163412-9f3a";

  @TempDir Path state;

  private RunDirectory written(List<RunEvent> events) throws IOException {
    try (var journal = new Runs(state).begin("homelab", RUN, text -> text)) {
      events.forEach(journal::accept);
    }
    return new Runs(state).find("homelab", RUN).orElseThrow();
  }

  private static List<RunEvent> read(RunDirectory run) throws IOException {
    var events = new ArrayList<RunEvent>();
    new JournalReader(run).events(events::add);
    return events;
  }

  @Test
  void givesBackEveryEventAsItWas() throws IOException {
    assertThat(read(written(SampleRun.events()))).isEqualTo(SampleRun.events());
  }

  @Test
  void keepsWhatWasBeforeEachChangeInTheCopyOfTheLedger() throws IOException {
    var finished = (RunEvent.ActionFinished) SampleRun.events().get(6);
    var before = ((Outcome.Changed) finished.outcome()).before();
    assertThat(new JournalReader(written(SampleRun.events())).ledger())
        .containsExactly(
            new LedgerEntry(SampleRun.AT, SampleRun.N1, "prepare", "swap-off", before.getFirst()),
            new LedgerEntry(SampleRun.AT, SampleRun.N1, "prepare", "swap-off", before.getLast()));
  }

  @Test
  void writesALineAsSoonAsItHappensAndKeepsItsKeysShortAndPlain() throws IOException {
    try (var journal = new Runs(state).begin("homelab", RUN, text -> text)) {
      journal.accept(SampleRun.events().get(4));
      assertThat(state.resolve("runs/homelab/" + RUN + "/journal.jsonl"))
          .hasContent(
              """
              {"event":"output","at":"2026-11-21T16:34:12.500Z","host":"n1","phase":"prepare",\
              "action":"swap-off","error":true,"line":"swapoff: /dev/sda3"}
              """);
    }
  }

  @Test
  void isReadableByItsOwnerAlone() throws IOException {
    RunDirectory run = written(SampleRun.events());
    assertThat(mode(run.path())).isEqualTo("rwx------");
    assertThat(mode(run.journal())).isEqualTo("rw-------");
    assertThat(mode(run.ledger())).isEqualTo("rw-------");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void passesOverATornLastLineUnknownKindsAndUnknownFields() throws IOException {
    var events = SampleRun.events();
    RunDirectory run = written(events.subList(1, 2));
    append(run, "{\"event\":\"of-the-future\",\"at\":\"2026-11-21T16:34:13Z\"}\n");
    append(run, "{\"event\":\"host-finished\",\"at\":7,\"host\":\"n1\",\"end\":\"done\"}\n");
    append(
        run,
        "{\"event\":\"host-finished\",\"at\":\"2026-11-21T16:34:12.5Z\",\"host\":\"n1\","
            + "\"end\":\"done\",\"mood\":[\"fine\"]}\n");
    append(run, "{\"event\":\"output\",\"at\":\"2026-11-21T16:34:13Z\",\"host\":\"n1\",\"li");
    assertThat(read(run)).containsExactly(events.get(1), events.get(10));
  }

  private static void append(RunDirectory run, String text) throws IOException {
    Files.writeString(run.journal(), text, StandardOpenOption.APPEND);
  }

  @Test
  void neverHoldsASecret() throws IOException {
    var values = new RunValues();
    values.put("join-token", Secret.of("abcdef.0123456789abcdef"));
    values.put("password", Secret.of("a \"quoted\" 口令\\"));
    var said = "token abcdef.0123456789abcdef and a \"quoted\" 口令\\ here";
    try (var journal = new Runs(state).begin("homelab", RUN, values::masked)) {
      journal.accept(new RunEvent.Output(SampleRun.AT, SampleRun.N1, "join", "join", false, said));
    }
    RunDirectory run = new Runs(state).find("homelab", RUN).orElseThrow();
    assertThat(read(run))
        .containsExactly(
            new RunEvent.Output(
                SampleRun.AT, SampleRun.N1, "join", "join", false, "token •••• and •••• here"));
    assertThat(everything())
        .doesNotContain("abcdef.0123456789abcdef")
        .doesNotContain("quoted")
        .doesNotContain("口令");
  }

  private String everything() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void saysHowTheLastRunEnded() throws IOException {
    var events = SampleRun.events();
    RunDirectory run = written(events);
    var result = ((RunEvent.RunFinished) events.getLast()).result();
    assertThat(new Runs(state).last("homelab"))
        .contains(new RunSummary(run, Optional.of(SampleRun.AT), Optional.of(result), Map.of()));
    assertThat(result).extracting(RunResult::end).isEqualTo(RunEvent.End.FAILED);
  }

  @Test
  void saysWhereAKilledRunStood() throws IOException {
    RunDirectory run = written(SampleRun.events().subList(0, 5));
    var summary = new Runs(state).last("homelab").orElseThrow();
    assertThat(summary)
        .isEqualTo(
            new RunSummary(
                run,
                Optional.of(SampleRun.AT),
                Optional.empty(),
                Map.of(SampleRun.N1, new RunSummary.Place("prepare", "swap-off"))));
    assertThat(summary.broken()).isTrue();
  }

  @Test
  void listsRunsNewestFirstAndFindsOneByTheBeginningOfItsId() throws IOException {
    var runs = new Runs(state);
    for (String id : List.of("20261121-0900-aaaa", "20261122-0900-bbbb", "20261122-1000-cccc")) {
      runs.begin("homelab", id, text -> text).close();
    }
    assertThat(runs.list("homelab"))
        .extracting(RunDirectory::runId)
        .containsExactly("20261122-1000-cccc", "20261122-0900-bbbb", "20261121-0900-aaaa");
    assertThat(runs.find("homelab", "20261121").map(RunDirectory::runId))
        .contains("20261121-0900-aaaa");
    assertThat(runs.find("homelab", "20261122")).isEmpty();
    assertThat(runs.list("other")).isEmpty();
    assertThat(runs.last("other")).isEmpty();
  }

  @Test
  void keepsASecondInstallationAwayAndSaysWhoRuns() throws IOException {
    var runs = new Runs(state);
    try (var first = runs.lock("homelab", RUN);
        var second = runs.lock("homelab", "another")) {
      assertThat(first).isInstanceOf(ClusterLock.Taken.class);
      assertThat(second).isEqualTo(new ClusterLock.Held(ProcessHandle.current().pid() + " " + RUN));
    }
    try (var third = runs.lock("homelab", "third")) {
      assertThat(third).isInstanceOf(ClusterLock.Taken.class);
    }
  }

  @Test
  void idsSortByTime() {
    var clock = Clock.fixed(SampleRun.AT, ZoneOffset.UTC);
    assertThat(new RunIds(clock, () -> 0x9f3aL << 32).next()).isEqualTo(RUN);
  }

  @Test
  void jsonOfALineIsAnObject() {
    assertThat(Json.object("[1]")).isEmpty();
    assertThat(Json.object("{\"a\":[1,{\"b\":\"c\"}]} {")).isEmpty();
    assertThat(Json.object("{\"a\":[1,{\"b\":\"c\"}]}"))
        .contains(Map.of("a", List.of(1, Map.of("b", "c"))));
  }
}
