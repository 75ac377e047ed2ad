package io.github.kubeadmwizard.engine;

import java.util.List;
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
