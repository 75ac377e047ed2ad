package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What will be done, as data: phases in order. The review shows it, dry run prints it, the runner
 * walks it.
 *
 * @param phases in the order in which a lane meets them
 */
public record Plan(List<PlannedPhase> phases) {
  public Plan {
    phases = List.copyOf(phases);
  }

  /** One phase alone, which its hosts walk side by side. */
  public static Plan sideBySide(String id, Message title, List<PlannedPhase.Lane> lanes) {
    return new Plan(
        List.of(
            new PlannedPhase(
                id, title, PlannedPhase.Order.SIDE_BY_SIDE, Set.of(), Set.of(), Set.of(), lanes)));
  }

  /** One phase alone, on one host alone. */
  public static Plan on(HostName host, String id, Message title, List<Action> actions) {
    return sideBySide(id, title, List.of(new PlannedPhase.Lane(host, actions)));
  }

  /** Every host of the plan, once, in the order of first meeting. */
  public List<HostName> hosts() {
    return phases.stream()
        .flatMap(p -> p.lanes().stream())
        .map(PlannedPhase.Lane::host)
        .distinct()
        .toList();
  }

  /** The phases that this host walks. */
  public Stream<PlannedPhase> of(HostName host) {
    return phases.stream().filter(p -> p.actionsOn(host).isPresent());
  }
}
