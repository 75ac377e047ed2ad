package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run tells, on a terminal: a line for each host, drawn over a few times a second, and above
 * them what is to stay: failures and the end.
 */
final class LiveLines implements RunListener, AutoCloseable {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
  private static final int DRAWINGS_BETWEEN_SIZES = 15;
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final Terminal terminal;
  private final Words words;
  private final EventText text;
  private final Clock clock;
  private final Map<HostName, LaneLine> lanes = new LinkedHashMap<>();
  private final List<String> above = new ArrayList<>();
  private Terminal.Size size;
  private int drawn;
  private boolean open = true;

  LiveLines(PrintStream out, Terminal terminal, Words words, EventText text, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.words = words;
    this.text = text;
    this.clock = clock;
    this.size = terminal.size();
  }

  /** Draws from now on, until it is closed. */
  LiveLines started() {
    Thread.ofVirtual().name("live-lines").start(this::drawing);
    return this;
  }

  private void drawing() {
    try {
      for (int i = 1; isOpen(); i++) {
        draw();
        Thread.sleep(BETWEEN_DRAWINGS);
        if (i % DRAWINGS_BETWEEN_SIZES == 0) {
          size = terminal.size();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    List<String> said = text.lines(event);
    switch (event) {
      case RunEvent.RunStarted e -> {
        begin(e.plan());
        above.addAll(said);
      }
      case RunEvent.PhaseStarted e -> lane(e.host()).phase(e);
      case RunEvent.ActionStarted e -> lane(e.host()).action(e);
      case RunEvent.Waiting e -> {
        lane(e.host()).note(e.what());
        lane(e.host()).waitsSince(e.at());
      }
      case RunEvent.Progress e -> lane(e.host()).note(step(e));
      case RunEvent.Output _ -> above.addAll(said);
      case RunEvent.ActionFinished e -> {
        lane(e.host()).finished();
        if (e.outcome() instanceof Outcome.Failed) {
          above.addAll(said);
        }
      }
      case RunEvent.HostFinished e -> {
        lane(e.host()).end(e);
        if (e.end() != RunEvent.End.DONE) {
          above.addAll(said);
        }
      }
      case RunEvent.RunFinished _ -> {
        draw();
        above.addAll(said);
      }
    }
  }

  /** Adds a line to what stays. */
  synchronized void tell(String line) {
    above.add(line);
  }

  private static Message step(RunEvent.Progress event) {
    return event.total() > 0
        ? Message.of("cli.run.stepOf", event.step(), event.done(), event.total())
        : Message.of("cli.run.step", event.step());
  }

  private void begin(Plan plan) {
    var titles = new LinkedHashMap<String, Message>();
    var counts = new LinkedHashMap<HostName, Integer>();
    for (PlannedPhase phase : plan.phases()) {
      titles.put(phase.id(), phase.title());
      phase.lanes().forEach(l -> counts.merge(l.host(), l.actions().size(), Integer::sum));
    }
    counts.forEach((host, count) -> lanes.put(host, new LaneLine(host, count, titles)));
  }

  private LaneLine lane(HostName host) {
    return lanes.computeIfAbsent(host, name -> new LaneLine(name, 0, Map.of()));
  }

  /** Draws once: first what is to stay, then the lines of the hosts. */
  synchronized void draw() {
    if (!open) {
      return;
    }
    var picture = new StringBuilder();
    if (drawn > 0) {
      picture.append('\r').append("\u001b[%dA".formatted(drawn));
    }
    if (!above.isEmpty()) {
      picture.append(CLEAR_BELOW);
      above.forEach(line -> picture.append(line).append('\n'));
      above.clear();
    }
    List<String> lines = hostLines();
    lines.forEach(line -> picture.append(CLEAR_LINE).append(line).append('\n'));
    if (lines.size() < drawn) {
      picture.append(CLEAR_BELOW);
    }
    drawn = lines.size();
    out.print(picture);
    out.flush();
  }

  /** As many as the screen holds; those who work come first, the others are counted. */
  private List<String> hostLines() {
    Instant now = clock.instant();
    int names = lanes.keySet().stream().mapToInt(h -> Columns.of(h.value())).max().orElse(0);
    int room = Math.max(1, size.rows() - 2);
    var all = List.copyOf(lanes.values());
    boolean fold = all.size() > room;
    var shown = fold ? all.stream().filter(LaneLine::isActive).limit(room - 1L).toList() : all;
    var lines = new ArrayList<String>();
    shown.forEach(lane -> lines.add(cut(lane.text(words, now, names))));
    if (fold) {
      lines.add(cut(words.say(Message.of("cli.run.more", all.size() - shown.size()))));
    }
    return lines;
  }

  private String cut(String line) {
    return Columns.cut(Printable.of(line), size.columns() - 1);
  }

  /** Draws a last time and leaves the lines where they are, with what is to stay below them. */
  @Override
  public synchronized void close() {
    if (open) {
      var last = List.copyOf(above);
      above.clear();
      draw();
      last.forEach(out::println);
      out.flush();
      open = false;
    }
  }
}
