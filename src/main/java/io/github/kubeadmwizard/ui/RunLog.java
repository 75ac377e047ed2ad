package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Writes what a run tells into a log: the machines' own output as it is, ours in the language of
 * the moment. A line on standard error is no warning by itself, since kubeadm writes all there; the
 * mark that the line begins with decides (klog's letter and date, kubeadm's and others' words).
 */
public final class RunLog implements RunListener {
  private static final Pattern WARNS =
      Pattern.compile("\\s*(W\\d{4} .*|\\[WARNING.*|(?i:warn(ing)?\\b).*)");
  private static final Pattern FAILS =
      Pattern.compile("\\s*([EF]\\d{4} .*|\\[(ERROR|FATAL).*|(?i:(error|fatal)\\b).*)");

  private final LogStore store;
  private final Supplier<Words> words;
  private final Map<HostName, Message> waits = new ConcurrentHashMap<>();

  /**
   * @param words of the language that is spoken now
   */
  public RunLog(LogStore store, Supplier<Words> words) {
    this.store = store;
    this.words = words;
  }

  /** Takes an event, on any thread. */
  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.Output e -> store.add(e.at(), e.host().value(), level(e.line()), e.line());
      case RunEvent.ActionStarted e -> say(e.at(), e.host(), LogLevel.INFO, e.title());
      case RunEvent.Waiting e -> {
        if (!e.what().equals(waits.put(e.host(), e.what()))) {
          say(e.at(), e.host(), LogLevel.INFO, e.what());
        }
      }
      case RunEvent.ActionFinished e -> {
        if (e.outcome() instanceof Outcome.Failed(var problem)) {
          say(e.at(), e.host(), LogLevel.ERROR, problem.what());
          say(e.at(), e.host(), LogLevel.ERROR, problem.why());
        }
      }
      case RunEvent.HostFinished e ->
          e.why().ifPresent(why -> say(e.at(), e.host(), LogLevel.WARN, why));
      case RunEvent.RunStarted _,
          RunEvent.PhaseStarted _,
          RunEvent.Progress _,
          RunEvent.RunFinished _ -> {} // the page shows them
    }
  }

  private void say(Instant at, HostName host, LogLevel level, Message message) {
    store.add(at, host.value(), level, words.get().say(message));
  }

  private static LogLevel level(String line) {
    if (FAILS.matcher(line).matches()) {
      return LogLevel.ERROR;
    }
    return WARNS.matcher(line).matches() ? LogLevel.WARN : LogLevel.INFO;
  }
}
