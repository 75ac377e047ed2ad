package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One host's line on the screen while a run goes on. */
final class LaneLine {
  private final HostName host;
  private final int actions;
  private final Map<String, Message> phases;
  private int finished;
  private Optional<Message> phase = Optional.empty();
  private Optional<Message> action = Optional.empty();
  private Optional<Message> note = Optional.empty();
  private Optional<Message> end = Optional.empty();
  private Instant since = Instant.EPOCH;

  /**
   * @param actions how many the plan has for this host
   * @param phases titles by id
   */
  LaneLine(HostName host, int actions, Map<String, Message> phases) {
    this.host = host;
    this.actions = actions;
    this.phases = phases;
  }

  /** Whether the host still has something to do. */
  boolean isActive() {
    return end.isEmpty();
  }

  void phase(RunEvent.PhaseStarted event) {
    phase = Optional.ofNullable(phases.get(event.phase()));
    begin(event.at(), Optional.empty());
  }

  void action(RunEvent.ActionStarted event) {
    begin(event.at(), Optional.of(event.title()));
  }

  private void begin(Instant at, Optional<Message> title) {
    action = title;
    note = Optional.empty();
    since = at;
  }

  /** What it waits for, or how far it is. */
  void note(Message what) {
    note = Optional.of(what);
  }

  void waitsSince(Instant at) {
    if (action.isEmpty()) {
      since = at;
    }
  }

  void finished() {
    finished++;
    note = Optional.empty();
  }

  void end(RunEvent.HostFinished event) {
    end =
        Optional.of(
            switch (event.end()) {
              case DONE -> Message.of("cli.host.done");
              case FAILED -> Message.of("cli.host.failed");
              case STOPPED -> Message.of("cli.host.stopped");
            });
  }

  /** The line, at this moment. */
  String text(Words words, Instant now, int nameColumns) {
    var start =
        Columns.pad(host.value(), nameColumns)
            + "  "
            + " ".repeat(digits() - String.valueOf(finished).length())
            + finished
            + "/"
            + actions
            + "  ";
    if (end.isPresent()) {
      return start + words.say(end.get());
    }
    var text = new StringBuilder(start);
    phase.map(words::say).ifPresent(text::append);
    action.map(words::say).ifPresent(title -> text.append(": ").append(title));
    note.map(words::say).ifPresent(said -> text.append(" … ").append(said));
    return text + elapsed(now);
  }

  private int digits() {
    return String.valueOf(actions).length();
  }

  /** Only what takes longer than a few seconds says how long. */
  private String elapsed(Instant now) {
    Duration time = Duration.between(since, now);
    if (since.equals(Instant.EPOCH) || time.toSeconds() < 5) {
      return "";
    }
    return "  %d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
