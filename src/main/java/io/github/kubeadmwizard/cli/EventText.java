package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run tells, as lines: {@code HH:MM:SS n1 phase: title … changed}. It remembers titles and
 * what a host waited for last, so it is for one run, and for one thread at a time.
 */
final class EventText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Words words;
  private final ZoneId zone;
  private final boolean verbose;
  private final ProblemText problems;
  private final Map<String, Message> titles = new HashMap<>();
  private final Map<HostName, Message> lastSaid = new HashMap<>();

  /**
   * @param zone in which the time of day is told
   * @param verbose whether output lines and beginnings are told, too
   */
  EventText(Words words, ZoneId zone, boolean verbose) {
    this.words = words;
    this.zone = zone;
    this.verbose = verbose;
    this.problems = new ProblemText(words);
  }

  /** The lines that this event makes, without line ends; often none. */
  List<String> lines(RunEvent event) {
    return switch (event) {
      case RunEvent.RunStarted e -> List.of(started(e));
      case RunEvent.PhaseStarted e ->
          only(verbose, at(e, e.host(), e.phase(), Message.of("cli.run.phaseStarted")));
      case RunEvent.Waiting e ->
          news(e.host(), e.what()) ? List.of(at(e, e.host(), e.phase(), e.what())) : List.of();
      case RunEvent.ActionStarted e -> {
        titles.put(place(e.host(), e.phase(), e.action()), e.title());
        yield only(verbose, at(e, e.host(), e.phase(), Message.of("cli.run.begins", e.title())));
      }
      case RunEvent.Output e ->
          only(verbose, prefix(e, e.host(), e.phase()) + " | " + Printable.of(e.line()));
      case RunEvent.Progress e -> progress(e);
      case RunEvent.ActionFinished e -> finished(e);
      case RunEvent.HostFinished e -> List.of(left(e));
      case RunEvent.RunFinished e -> ended(e);
    };
  }

  private String started(RunEvent.RunStarted event) {
    Plan plan = event.plan();
    long actions =
        plan.phases().stream()
            .flatMap(phase -> phase.lanes().stream())
            .mapToLong(lane -> lane.actions().size())
            .sum();
    return time(event)
        + " "
        + words.say(Message.of("cli.run.started", event.runId(), plan.hosts().size(), actions));
  }

  private List<String> progress(RunEvent.Progress event) {
    Message step =
        event.total() > 0
            ? Message.of("cli.run.stepOf", event.step(), event.done(), event.total())
            : Message.of("cli.run.step", event.step());
    if (event.step().isBlank() || !news(event.host(), step)) {
      return List.of();
    }
    return List.of(
        prefix(event, event.host(), event.phase())
            + " "
            + title(event.host(), event.phase(), event.action())
            + ": "
            + words.say(step));
  }

  private List<String> finished(RunEvent.ActionFinished event) {
    lastSaid.remove(event.host());
    var line =
        prefix(event, event.host(), event.phase())
            + " "
            + title(event.host(), event.phase(), event.action())
            + " … "
            + words.say(OutcomeWord.of(event.outcome()));
    if (event.outcome() instanceof Outcome.Failed(var problem)) {
      return Stream.concat(Stream.of(line), problems.lines(problem).stream().map(l -> "  " + l))
          .toList();
    }
    return List.of(line);
  }

  private String left(RunEvent.HostFinished event) {
    Message how =
        switch (event.end()) {
          case DONE -> Message.of("cli.host.done");
          case FAILED ->
              event
                  .why()
                  .map(why -> Message.of("cli.host.failedBecause", why))
                  .orElse(Message.of("cli.host.failed"));
          case STOPPED ->
              event
                  .why()
                  .map(why -> Message.of("cli.host.stoppedBecause", why))
                  .orElse(Message.of("cli.host.stopped"));
        };
    return time(event) + " " + event.host() + ": " + words.say(how);
  }

  /** How it ended, and once more what failed: it may stand hundreds of lines above. */
  private List<String> ended(RunEvent.RunFinished event) {
    var sentence = time(event) + " " + words.say(RunSentence.of(event.result()));
    var failed =
        event.result().problems().stream()
            .map(p -> "  " + p.host() + " " + p.phase() + ": " + words.say(p.what()));
    return Stream.concat(Stream.of(sentence), failed).toList();
  }

  private boolean news(HostName host, Message said) {
    return !said.equals(lastSaid.put(host, said));
  }

  private static String place(HostName host, String phase, String action) {
    return host + "/" + phase + "/" + action;
  }

  /** Hosts word the same action differently: it names the node, or counts its images. */
  private String title(HostName host, String phase, String action) {
    Message title = titles.get(place(host, phase, action));
    return title == null ? action : words.say(title);
  }

  private String at(RunEvent event, HostName host, String phase, Message message) {
    return prefix(event, host, phase) + " " + words.say(message);
  }

  private String prefix(RunEvent event, HostName host, String phase) {
    return time(event) + " " + host + " " + phase + ":";
  }

  private String time(RunEvent event) {
    return TIME.format(event.at().atZone(zone));
  }

  private static List<String> only(boolean wanted, String line) {
    return wanted ? List.of(line) : List.of();
  }
}
