package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveLinesTest {
  private static final HostName N1 = new HostName("n1");
  private static final String CLEAR = "\u001b[2K";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private LiveLines lines(int columns, int rows) {
    var words = new Words(Locale.ENGLISH);
    return new LiveLines(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        FakeTerminal.screen(columns, rows),
        words,
        new EventText(words, ZoneOffset.UTC, false),
        Bench.CLOCK);
  }

  private String drawn() {
    String all = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return all;
  }

  private static RunEvent.RunStarted started(int hosts) {
    Action action = new Action.SwapOff("swap-off", Message.of("title.swap"));
    var lanes =
        IntStream.rangeClosed(1, hosts)
            .mapToObj(i -> new PlannedPhase.Lane(new HostName("n" + i), List.of(action)))
            .toList();
    var phase =
        new PlannedPhase(
            "prepare",
            Message.of("title.prepare"),
            PlannedPhase.Order.SIDE_BY_SIDE,
            Set.of(),
            Set.of(),
            Set.of(),
            lanes);
    return new RunEvent.RunStarted(Bench.NOW, "run", new Plan(List.of(phase)));
  }

  @Test
  void drawsALineForEachHostOverTheLastOnes() {
    var live = lines(80, 24);
    live.accept(started(2));
    live.draw();
    assertThat(drawn())
        .isEqualTo(
            "\u001b[J16:34:12 Run run: 2 hosts, 2 actions\n"
                + CLEAR
                + "n1  0/1  \n"
                + CLEAR
                + "n2  0/1  \n");
    live.accept(new RunEvent.PhaseStarted(Bench.NOW.minusSeconds(75), N1, "prepare"));
    live.accept(
        new RunEvent.ActionStarted(
            Bench.NOW.minusSeconds(75), N1, "prepare", "swap-off", Message.of("title.swap")));
    live.accept(new RunEvent.Progress(Bench.NOW, N1, "prepare", "swap-off", 1, 3, "fstab"));
    live.draw();
    assertThat(drawn())
        .isEqualTo(
            "\r\u001b[2A"
                + CLEAR
                + "n1  0/1  title.prepare []: title.swap [] … fstab (1 of 3)  1:15\n"
                + CLEAR
                + "n2  0/1  \n");
  }

  @Test
  void leavesFailuresAboveAndTheEndBelow() {
    var live = lines(80, 24);
    live.accept(started(1));
    live.draw();
    drawn();
    live.accept(
        new RunEvent.ActionFinished(Bench.NOW, N1, "prepare", "swap-off", new Outcome.Unchanged()));
    live.accept(new RunEvent.HostFinished(Bench.NOW, N1, RunEvent.End.DONE, Optional.empty()));
    live.accept(
        new RunEvent.RunFinished(
            Bench.NOW, new RunResult(RunEvent.End.DONE, 0, 1, 0, 0, List.of())));
    live.close();
    live.draw();
    assertThat(drawn())
        .isEqualTo(
            "\r\u001b[1A"
                + CLEAR
                + "n1  1/1  done\n"
                + "\r\u001b[1A"
                + CLEAR
                + "n1  1/1  done\n"
                + "16:34:12 Done: nothing had to be changed; 1 actions were done already,"
                + " 0 skipped.\n");
  }

  @Test
  void cutsLinesThatAreTooWideAndCountsHostsThatDoNotFit() {
    var live = lines(20, 5);
    live.accept(started(100));
    live.accept(
        new RunEvent.Waiting(
            Bench.NOW, N1, "prepare", Optional.empty(), Message.of("etwas 很长 那么长的事情")));
    live.draw();
    assertThat(drawn().lines().skip(1))
        .containsExactly(
            CLEAR + "n1    0/1   … etwa…", CLEAR + "n2    0/1  ", CLEAR + "and 98 more");
  }

  @Test
  void knowsThatChineseTakesTwoColumns() {
    assertThat(Columns.of("控制平面 n1")).isEqualTo(11);
    assertThat(Columns.cut("控制平面 n1", 7)).isEqualTo("控制平…");
    assertThat(Columns.pad("控制", 6) + "|").isEqualTo("控制  |");
  }
}
