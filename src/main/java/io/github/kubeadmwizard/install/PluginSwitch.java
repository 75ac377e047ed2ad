package io.github.kubeadmwizard.install;

import static io.github.kubeadmwizard.engine.PlannedPhase.Order.ONE_AFTER_SUCCESS;
import static io.github.kubeadmwizard.engine.PlannedPhase.Order.SIDE_BY_SIDE;

import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.PlannedPhase.Lane;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives a cluster that stands another plugin: the old one leaves the cluster, then each node, and
 * only then the new one comes. Two plugins on one node give pods addresses of both, and neither
 * reaches the other's. All that can fail beforehand is done beforehand.
 */
public final class PluginSwitch {
  private final Ground ground;
  private final PluginSwitchActions actions;

  private PluginSwitch(Ground ground, Departing departing) {
    this.ground = ground;
    this.actions = new PluginSwitchActions(ground, departing);
  }

  /** Everything that will be done. */
  public static Plan plan(Ground ground, Departing departing) {
    return new PluginSwitch(ground, departing).plan();
  }

  private Plan plan() {
    var phases = new ArrayList<PlannedPhase>();
    phases.add(all("plugin-prepare", SIDE_BY_SIDE, "", "prepared", actions::prepare));
    phases.add(first("plugin-remove", "prepared", "removed", actions.remove()));
    phases.add(all("plugin-clean", ONE_AFTER_SUCCESS, "removed", "clean", node -> actions.clean()));
    phases.add(first("plugin-apply", "clean", "applied", actions.apply()));
    phases.add(all("plugin-up", SIDE_BY_SIDE, "applied", "up", actions::up));
    phases.add(all("plugin-dns", SIDE_BY_SIDE, "up", "dns", node -> actions.pods(node, "dns")));
    phases.add(
        all("plugin-pods", ONE_AFTER_SUCCESS, "dns", "pods", node -> actions.pods(node, "rest")));
    phases.add(first("plugin-ready", "pods", "ready", actions.ready()));
    phases.add(proof());
    phases.add(first("test-pods-away", SwitchGate.TRIED, "", actions.away()));
    phases.add(first("plugin-end", "proven", "", actions.end()));
    return new Plan(phases.stream().filter(phase -> !phase.lanes().isEmpty()).toList());
  }

  private PlannedPhase proof() {
    var lanes = lanes(actions::proof);
    return new PlannedPhase(
        "switch-proof",
        title("switch-proof"),
        SIDE_BY_SIDE,
        gates("ready"),
        gates("proven"),
        Set.of(SwitchGate.TRIED),
        lanes);
  }

  private PlannedPhase all(
      String id,
      PlannedPhase.Order order,
      String waitsFor,
      String opens,
      Function<Node, List<Action>> actions) {
    return new PlannedPhase(
        id, title(id), order, gates(waitsFor), gates(opens), Set.of(), lanes(actions));
  }

  private PlannedPhase first(String id, String waitsFor, String opens, List<Action> actions) {
    var lane = new Lane(ground.first().host(), actions);
    return new PlannedPhase(
        id, title(id), SIDE_BY_SIDE, gates(waitsFor), gates(opens), Set.of(), List.of(lane));
  }

  private List<Lane> lanes(Function<Node, List<Action>> actions) {
    return ground.nodes().stream()
        .map(node -> new Lane(node.host(), actions.apply(node)))
        .filter(lane -> !lane.actions().isEmpty())
        .toList();
  }

  /** Gates of a switch have names of their own. */
  private static Set<String> gates(String name) {
    return switch (name) {
      case "" -> Set.of();
      case SwitchGate.TRIED -> Set.of(name);
      default -> Set.of("plugin-" + name);
    };
  }

  private static Message title(String id) {
    return Message.of("install.phase." + id);
  }
}
