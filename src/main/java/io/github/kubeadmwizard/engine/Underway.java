package io.github.kubeadmwizard.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Knows what every host is doing right now, so that a stop can say what it lets finish. */
public final class Underway implements RunListener {
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

  /** The actions that a stop does not break off, by host. */
  public synchronized SortedMap<HostName, Action> letFinish() {
    var rest = new TreeMap<HostName, Action>();
    now.forEach((host, action) -> {
      if (!action.mayBeInterrupted()) {
        rest.put(host, action);
      }
    });
    return rest;
  }
}
