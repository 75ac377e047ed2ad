package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows what every host is doing right now, so that a stop can say what it lets finish. */
final class Underway implements RunListener {
  private final Map<HostName, Action> now = new TreeMap<>();
  private Optional<Plan> plan = Optional.empty();

  @Override
  public synchronized void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted e -> plan = Optional.of(e.plan());
      case RunEvent.ActionStarted e ->
          action(e.host(), e.phase(), e.action()).ifPresent(action -> now.put(e.host(), action));
      case RunEvent.ActionFinished e -> now.remove(e.host());
      case RunEvent.HostFinished e -> now.remove(e.host());
      default -> {}
    }
  }

  private Optional<Action> action(HostName host, String phase, String id) {
    return plan.stream()
        .flatMap(p -> p.phases().stream())
        .filter(p -> p.id().equals(phase))
        .flatMap(p -> p.actionsOn(host).stream().flatMap(List::stream))
        .filter(action -> action.id().equals(id))
        .findFirst();
  }

  /** The actions that are not broken off: host and title of each. */
  synchronized List<Message> letFinish() {
    var messages = new ArrayList<Message>();
    now.forEach((host, action) -> {
      if (!action.mayBeInterrupted()) {
        messages.add(Message.of("cli.stop.one", host.value(), action.title()));
      }
    });
    return messages;
  }
}
