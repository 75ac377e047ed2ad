package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.PlannedPhase.Order;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Set;

/** A phase of the installation: a pure function from wish and facts to actions. */
interface InstallPhase {

  /** Stable, such as {@code join-workers}. */
  String id();

  /** The nodes that walk it. */
  List<Node> nodes(Ground ground);

  /** What is done on a node; empty: it does not walk the phase. */
  List<Action> actions(Ground ground, Node node);

  /** Side by side, unless the phase says otherwise. */
  default Order order() {
    return Order.SIDE_BY_SIDE;
  }

  /** Gates that must be open before a node enters. */
  default Set<Gate> waitsFor() {
    return Set.of();
  }

  /** Gates that open when every node has passed this phase. */
  default Set<Gate> opens() {
    return Set.of();
  }

  /** Gates that open when every node has passed this phase or left. */
  default Set<Gate> settles() {
    return Set.of();
  }

  /** The phase with its actions, ready to be walked. */
  default PlannedPhase plan(Ground ground) {
    var lanes =
        nodes(ground).stream()
            .map(n -> new PlannedPhase.Lane(n.host(), actions(ground, n)))
            .filter(lane -> !lane.actions().isEmpty())
            .toList();
    return new PlannedPhase(
        id(),
        Message.of("install.phase." + id()),
        order(),
        Gate.names(waitsFor()),
        Gate.names(opens()),
        Gate.names(settles()),
        lanes);
  }
}
