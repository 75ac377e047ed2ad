package io.github.kubeadmwizard.install;

import static io.github.kubeadmwizard.engine.PlannedPhase.Order.ONE_AFTER_SUCCESS;
import static io.github.kubeadmwizard.engine.PlannedPhase.Order.SIDE_BY_SIDE;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.PlannedPhase.Lane;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Switches the way in which Flannel carries packets, on a cluster that stands. A node that runs the
 * new way keeps its routes and links of the old one, and Flannel leaves nodes alone that announce
 * another way than its own: so two nodes talk in the old way until both have the new one. Source:
 * flannel, handleSubnetEvents of its backends.
 */
public final class NetworkSwitch {
  private final Ground ground;

  private NetworkSwitch(Ground ground) {
    this.ground = ground;
  }

  /** Everything that will be done. */
  public static Plan withinFlannel(Ground ground) {
    return new NetworkSwitch(ground).plan();
  }

  /** Takes away the test pods of a switch that did not come to its end. */
  public static Plan tidying(ClusterSpec spec) {
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "test-pods-away", phaseTitle("test-pods-away"), List.of(away("all")));
  }

  private Plan plan() {
    return new Plan(
        List.of(
                phase(
                    "switch-prepare",
                    Set.of(),
                    Set.of(SwitchGate.PREPARED),
                    node -> PrepareHosts.forPodNetwork(ground, node)),
                ofFirst(
                    "switch-tell",
                    Set.of(SwitchGate.PREPARED),
                    Set.of(SwitchGate.TOLD),
                    List.of(testPods(ground), tell())),
                turns(),
                phase(
                    "switch-routes",
                    Set.of(SwitchGate.SWITCHED),
                    Set.of(SwitchGate.ROUTED),
                    _ -> List.of(leftovers("routes"))),
                phase(
                    "switch-links",
                    Set.of(SwitchGate.ROUTED),
                    Set.of(SwitchGate.CLEARED),
                    _ -> List.of(leftovers("links"))),
                phase(
                    "switch-proof",
                    Set.of(SwitchGate.CLEARED),
                    Set.of(),
                    node -> List.of(traffic(ground, node))),
                awayPhase(
                    Set.of(SwitchGate.TRIED),
                    new Lane(ground.first().host(), List.of(away("all")))))
            .stream()
            .filter(phase -> !phase.lanes().isEmpty())
            .toList());
  }

  private PlannedPhase turns() {
    return new PlannedPhase(
        "switch-nodes",
        phaseTitle("switch-nodes"),
        ONE_AFTER_SUCCESS,
        Set.of(SwitchGate.TOLD),
        Set.of(SwitchGate.SWITCHED),
        Set.of(),
        lanes(node -> List.of(follow(node), traffic("switch-reach", node, ""))));
  }

  private PlannedPhase phase(
      String id, Set<String> waitsFor, Set<String> opens, Function<Node, List<Action>> actions) {
    Set<String> settles = id.equals("switch-proof") ? Set.of(SwitchGate.TRIED) : Set.of();
    return new PlannedPhase(
        id, phaseTitle(id), SIDE_BY_SIDE, waitsFor, opens, settles, lanes(actions));
  }

  private PlannedPhase ofFirst(
      String id, Set<String> waitsFor, Set<String> opens, List<Action> actions) {
    var lane = new Lane(ground.first().host(), actions);
    return new PlannedPhase(
        id, phaseTitle(id), SIDE_BY_SIDE, waitsFor, opens, Set.of(), List.of(lane));
  }

  private static PlannedPhase awayPhase(Set<String> waitsFor, Lane lane) {
    return new PlannedPhase(
        "test-pods-away",
        phaseTitle("test-pods-away"),
        SIDE_BY_SIDE,
        waitsFor,
        Set.of(),
        Set.of(),
        List.of(lane));
  }

  private List<Lane> lanes(Function<Node, List<Action>> actions) {
    return ground.nodes().stream()
        .map(node -> new Lane(node.host(), actions.apply(node)))
        .filter(lane -> !lane.actions().isEmpty())
        .toList();
  }

  /** No cluster has this name, so that an earlier proof of the network counts for nothing. */
  static Action testPods(Ground ground) {
    return RunScript.of(
            "test-pods",
            title("test-pods"),
            "traffic-begin.sh",
            Map.of(
                "CLUSTER", Var.of(""),
                "NODES", Var.of(ground.names()),
                "IMAGE", Var.of(ground.images().pause())))
        .giving("traffic-pods");
  }

  private Action tell() {
    var layer = ground.podNetwork().getFirst();
    return new Action.ApplyManifest(
        "apply-" + layer.name(),
        Message.of("install.action.apply", layer.name()),
        layer.name(),
        layer.text());
  }

  private Action follow(Node node) {
    return RunScript.of(
            "switch-flannel",
            Message.of("install.action.switch-flannel", node.name()),
            "switch-flannel.sh",
            Map.of("NODE", Var.of(node.name()), "BACKEND", Var.of(backend())))
        .within(Duration.ofMinutes(8));
  }

  private Action leftovers(String part) {
    String ranges =
        ground.spec().network().podCIDR().stream()
            .map(Cidr::toString)
            .collect(Collectors.joining("\n"));
    return RunScript.of(
        "switch-" + part,
        title("switch-" + part),
        "switch-leftovers.sh",
        Map.of("BACKEND", Var.of(backend()), "PART", Var.of(part), "PODS", Var.of(ranges)));
  }

  /**
   * @param words of the action's title
   * @param service the cluster DNS address; empty where no Service is tried
   */
  private Action traffic(String words, Node node, String service) {
    return RunScript.of(
        "pod-traffic",
        title(words),
        "pod-traffic.sh",
        Map.of(
            "PODS", Var.given("traffic-pods"),
            "SELF", Var.of(node.name()),
            "SERVICE", Var.of(service),
            "SOCKET", Var.of(ground.spec().runtime().criSocket())));
  }

  /** The same by the cluster DNS address, too. */
  static Action traffic(Ground ground, Node node) {
    return new NetworkSwitch(ground).traffic("pod-traffic", node, dns(ground));
  }

  private static String dns(Ground ground) {
    return ground.hasDns() ? ClusterDns.address(ground.spec().network()) : "";
  }

  /**
   * @param pods empty: there are none
   */
  static Action away(String pods) {
    return RunScript.of(
        "test-pods-away", title("test-pods-away"), "traffic-end.sh", Map.of("PODS", Var.of(pods)));
  }

  private String backend() {
    return ground.spec().cni().backend().orElse("vxlan");
  }

  private static Message phaseTitle(String id) {
    return Message.of("install.phase." + id);
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
