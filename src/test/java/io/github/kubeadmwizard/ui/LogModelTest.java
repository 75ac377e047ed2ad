package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LogModelTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final LogFilter ERRORS_OF_N1 = new LogFilter(Optional.of("n1"), LogLevel.ERROR);

  private final LogStore store = new LogStore(3_000);
  private final LogModel model = new LogModel(store, Runnable::run);

  @Test
  void withoutAFilterEveryLineIsShown() {
    fill(3);
    assertThat(shown()).containsExactly("0", "1", "2");
  }

  @Test
  void filtersByHostAndLevel() {
    store.add(NOON, "n1", LogLevel.INFO, "a");
    store.add(NOON, "n2", LogLevel.ERROR, "b");
    store.add(NOON, "n1", LogLevel.ERROR, "c");
    store.add(NOON, "n1", LogLevel.WARN, "d");
    model.filterProperty().set(new LogFilter(Optional.empty(), LogLevel.WARN));
    assertThat(shown()).containsExactly("b", "c", "d");
    model.filterProperty().set(ERRORS_OF_N1);
    assertThat(shown()).containsExactly("c");
    model.filterProperty().set(LogFilter.everything().of("n3"));
    assertThat(shown()).isEmpty();
    store.add(NOON, "n3", LogLevel.INFO, "its first line");
    assertThat(shown()).containsExactly("its first line");
    model.filterProperty().set(LogFilter.everything());
    assertThat(shown()).containsExactly("a", "b", "c", "d", "its first line");
  }

  @Test
  void filterAndSearchAreExactWhileLinesArriveAndArePushedOut() {
    var random = new Random(2);
    var kept = new ArrayDeque<LogLine>();
    model.filterProperty().set(ERRORS_OF_N1);
    model.searchProperty().set("ab");
    for (int round = 0; round < 400; round++) {
      for (int i = random.nextInt(200); i >= 0; i--) {
        add(random, kept);
      }
      var passing =
          kept.stream().filter(l -> l.host().equals("n1") && l.level() == LogLevel.ERROR).toList();
      assertThat(shown()).isEqualTo(passing.stream().map(LogLine::text).toList());
      assertThat(model.countProperty().get().total())
          .isEqualTo(passing.stream().mapToLong(l -> l.text().split("ab", -1).length - 1).sum());
    }
    assertThat(kept).hasSize(3_000);
  }

  private void add(Random random, Queue<LogLine> kept) {
    var level = LogLevel.of(random.nextInt(3));
    var host = "n" + random.nextInt(3);
    var text =
        random
            .ints(random.nextInt(60), 'a', 'd')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    store.add(NOON, host, level, text);
    kept.add(new LogLine(0, NOON, host, level, text));
    if (kept.size() > 3_000) {
      kept.remove();
    }
  }

  @Test
  void goesFromMatchToMatchAndRoundTheEnds() {
    store.add(NOON, "n1", LogLevel.INFO, "etcd and ETCD");
    store.add(NOON, "n1", LogLevel.INFO, "nothing");
    store.add(NOON, "n1", LogLevel.INFO, "etcd");
    model.searchProperty().set("etcd");
    model.update();
    assertThat(model.countProperty().get()).isEqualTo(new MatchCount(0, 3));
    assertThat(model.chooseMatch(1)).isTrue();
    assertThat(chosen()).isEqualTo("3 of 3: line 2, match 0");
    model.stepMatch(1);
    assertThat(chosen()).isEqualTo("1 of 3: line 0, match 0");
    model.stepMatch(1);
    assertThat(chosen()).isEqualTo("2 of 3: line 0, match 1");
    model.stepMatch(-1);
    model.stepMatch(-1);
    assertThat(chosen()).isEqualTo("3 of 3: line 2, match 0");
  }

  @Test
  void theChosenMatchKeepsItsPlaceWhenOlderOnesArePushedOut() {
    store.add(NOON, "n1", LogLevel.INFO, "etcd");
    fill(2_000);
    store.add(NOON, "n1", LogLevel.INFO, "etcd etcd");
    model.searchProperty().set("etcd");
    model.update();
    model.chooseMatch(5);
    assertThat(chosen()).isEqualTo("2 of 3: line 2001, match 0");
    fill(1_500);
    model.update();
    assertThat(chosen()).isEqualTo("1 of 2: line 2001, match 0");
    fill(3_000);
    model.update();
    assertThat(model.countProperty().get()).isEqualTo(MatchCount.NONE);
    assertThat(model.stepMatch(1)).isEqualTo(-1);
  }

  @Test
  void whatIsShownStaysUntilTheNewFilterHasSeenEveryLine() {
    var waiting = new ArrayList<Runnable>();
    var slow = new LogModel(store, waiting::add);
    fill(5);
    slow.filterProperty().set(new LogFilter(Optional.empty(), LogLevel.WARN));
    slow.update();
    assertThat(slow.end() - slow.first()).isEqualTo(5);
    List.copyOf(waiting).forEach(Runnable::run);
    slow.update();
    assertThat(slow.end() - slow.first()).isZero();
  }

  @Test
  void aSearchThatIsReplacedStops() {
    var waiting = new ArrayList<Runnable>();
    var slow = new LogModel(store, waiting::add);
    fill(5);
    slow.searchProperty().set("0");
    slow.update();
    slow.searchProperty().set("00");
    slow.update();
    List.copyOf(waiting).forEach(Runnable::run);
    slow.update();
    assertThat(slow.countProperty().get()).isEqualTo(MatchCount.NONE);
    assertThat(waiting).hasSize(2);
  }

  private void fill(int lines) {
    for (int i = 0; i < lines; i++) {
      store.add(NOON, "n1", LogLevel.INFO, "" + i);
    }
  }

  private String chosen() {
    var count = model.countProperty().get();
    return "%d of %d: line %d, match %d"
        .formatted(
            count.current(), count.total(), model.matches().line(), model.matches().inLine());
  }

  private List<String> shown() {
    model.update();
    model.update();
    return LongStream.range(model.first(), model.end())
        .mapToObj(position -> model.line(position).text())
        .toList();
  }
}
