package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.HostSpeech;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears one script of an action: tells the run what it says, and knows at the end how it went. */
final class HostListener implements OutputSink {
  private static final int LAST_LINES = 20;

  private final HostName host;
  private final Action action;
  private final Stage stage;
  private final String mark;
  private final Clock clock;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final List<Before> before = new ArrayList<>();
  private @Nullable HostSpeech result;
  private @Nullable Message waiting;

  HostListener(HostName host, Action action, Stage stage, String mark, Clock clock) {
    this.host = host;
    this.action = action;
    this.stage = stage;
    this.mark = mark;
    this.clock = clock;
  }

  @Override
  public void line(Stream stream, String text) {
    int speech = stream == Stream.OUT ? text.indexOf(mark + "\u001f") : -1;
    if (speech > 0) { // output that did not end its line
      output(stream, text.substring(0, speech));
    }
    if (speech >= 0) {
      HostSpeech.parse(mark, text.substring(speech)).ifPresent(this::said);
    } else {
      output(stream, text);
    }
  }

  private synchronized void said(HostSpeech speech) {
    switch (speech) {
      case HostSpeech.SaidBefore(Before was) -> before.add(was);
      case HostSpeech.SaidValue(var name, var value) -> stage.values().put(name, value);
      case HostSpeech.SaidProgress(int done, int total, String step) ->
          tell(
              new RunEvent.Progress(
                  clock.instant(), host, stage.phase(), action.id(), done, total, step));
      case HostSpeech.SaidWaiting(Message what) -> {
        waiting = what;
        tell(
            new RunEvent.Waiting(
                clock.instant(), host, stage.phase(), Optional.of(action.id()), what));
      }
      case HostSpeech.Garbled(String line) -> output(Stream.ERR, line);
      default -> result = speech;
    }
  }

  private synchronized void output(Stream stream, String text) {
    String line = stage.values().masked(text);
    if (lastLines.size() == LAST_LINES) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
    tell(
        new RunEvent.Output(
            clock.instant(), host, stage.phase(), action.id(), stream == Stream.ERR, line));
  }

  private void tell(RunEvent event) {
    stage.listener().accept(event);
  }

  /** How the action went, after its script ended. */
  synchronized Outcome outcome(Exit exit, HostScript script) {
    return switch (result) {
      case HostSpeech.SaidUnchanged _ -> new Outcome.Unchanged();
      case HostSpeech.SaidChanged _ -> new Outcome.Changed(before);
      case HostSpeech.SaidWouldChange _ -> new Outcome.Changed(List.of());
      case HostSpeech.SaidSkipped(Message why) -> new Outcome.Skipped(why);
      case HostSpeech.SaidFailed(String key, List<String> args) ->
          failed(exit, script, key, args.toArray());
      case null, default -> silent(exit, script);
    };
  }

  private Outcome silent(Exit exit, HostScript script) {
    return switch (exit.how()) {
      case CANCELLED -> new Outcome.Skipped(Message.of("engine.stopped.asked"));
      case DEADLINE ->
          waiting == null
              ? failed(exit, script, "ssh.deadline", action.title(), action.deadline().toSeconds())
              : failed(exit, script, "ssh.waitedTooLong", waiting, action.deadline().toSeconds());
      case BY_ITSELF -> failed(exit, script, "ssh.noResult", script.script(), exit.code());
    };
  }

  private Outcome failed(Exit exit, HostScript script, String key, Object... args) {
    Object[] shown = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      shown[i] = args[i] instanceof String text ? stage.values().masked(text) : args[i];
    }
    var command = new FailedCommand(script.script(), exit.code(), List.copyOf(lastLines));
    return new Outcome.Failed(Problem.told(key, host, stage.phase(), Optional.of(command), shown));
  }
}
