package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One phase of a plan with the actions that it has for each host.
 *
 * @param id stable, such as {@code join-workers}
 * @param title for the user
 * @param order whether its hosts go side by side or one at a time
 * @param waitsFor names of gates that must be open before a host enters
 * @param opens names of gates that open when every host of this phase has passed it; a gate that
 *     several phases open is open when all of them have
 * @param settles names of gates that open when every host of this phase has passed it or left its
 *     lane, so that one worker's failure does not hold up the rest
 * @param lanes the hosts that walk it, with their actions in order
 */
public record PlannedPhase(
    String id,
    Message title,
    Order order,
    Set<String> waitsFor,
    Set<String> opens,
    Set<String> settles,
    List<Lane> lanes) {
  public PlannedPhase {
    waitsFor = Set.copyOf(waitsFor);
    opens = Set.copyOf(opens);
    settles = Set.copyOf(settles);
    lanes = List.copyOf(lanes);
  }

  /** The actions on this host, if it walks this phase. */
  public Optional<List<Action>> actionsOn(HostName host) {
    return lanes.stream().filter(l -> l.host().equals(host)).map(Lane::actions).findFirst();
  }

  /** One host's part of a phase. */
  public record Lane(HostName host, List<Action> actions) {
    public Lane {
      actions = List.copyOf(actions);
    }
  }

  /** How the hosts of a phase go. */
  public enum Order {
    SIDE_BY_SIDE,
    /** The next goes when the one before is through or has failed. */
    ONE_AT_A_TIME,
    /** The next goes only when the one before is through: a failure spares those who come after. */
    ONE_AFTER_SUCCESS
  }
}
