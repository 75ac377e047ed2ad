package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.ReachFromHere;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.PlannedPhase.Lane;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The smoke test as a plan: nginx on every node; what every node and every pod reaches; then all of
 * it is taken away. What does not work is gathered and fails nobody before that, so that the first
 * control plane gets to its end.
 */
public final class SmokeTest {
  /** Where the objects of the test are. */
  public static final String NAMESPACE = "kubeadm-wizard-smoke";

  static final String BEGIN = "smoke-begin";
  static final String REMOVE = "smoke-remove";
  static final String GROUND = "smoke-ground";
  static final String KUBELETS = "smoke-kubelets";
  private static final String PORT = "smoke-port";
  private static final String RUNS = "smoke-pods-run";
  private static final String TRIED = "smoke-tried";
  private static final Set<String> NOTHING = Set.of();

  private SmokeTest() {}

  /** The image that the test runs unless the user names another. */
  public static String usualImage() {
    return String.valueOf(PlainTree.read(Assets.text("smoke.yaml")).get("image"));
  }

  /** The name of the value that this host gives: what it and its pod reach. */
  static String result(HostName host) {
    return "smoke-of-" + host;
  }

  /** The name of the value that says whether this computer reaches the NodePort of a host. */
  static String here(HostName host) {
    return "smoke-here-" + host;
  }

  /**
   * The whole test.
   *
   * @param reached the hosts that can be signed in to; the first control plane is among them
   * @param image nginx, from where these hosts can pull it
   */
  public static Plan plan(ClusterSpec spec, List<HostName> reached, String image) {
    HostName first = name(spec.firstControlPlane());
    List<HostSpec> hosts = spec.hosts().stream().filter(h -> reached.contains(name(h))).toList();
    var tries = hosts.stream().map(host -> new Lane(name(host), tries(spec, host))).toList();
    var verdicts = hosts.stream().map(host -> new Lane(name(host), verdict(name(host)))).toList();
    return new Plan(
        List.of(
            phase(
                "smoke-begin",
                Message.of("smoke.phase.begin"),
                NOTHING,
                Set.of(RUNS),
                NOTHING,
                List.of(new Lane(first, List.of(begin(spec, image))))),
            phase(
                "smoke-tries",
                Message.of("smoke.phase.tries"),
                Set.of(RUNS),
                NOTHING,
                Set.of(TRIED),
                tries),
            phase(
                "smoke-kubelets",
                Message.of("smoke.phase.kubelets"),
                NOTHING,
                NOTHING,
                NOTHING,
                List.of(new Lane(first, List.of(kubelets())))),
            phase(
                REMOVE,
                Message.of("smoke.phase.remove"),
                Set.of(TRIED),
                NOTHING,
                NOTHING,
                List.of(new Lane(first, List.of(remove())))),
            phase(
                "smoke-verdict",
                Message.of("smoke.phase.verdict"),
                NOTHING,
                NOTHING,
                NOTHING,
                verdicts)));
  }

  /** Only takes away what a test left that was cut off. */
  public static Plan removal(ClusterSpec spec) {
    HostName first = name(spec.firstControlPlane());
    return Plan.on(first, REMOVE, Message.of("smoke.phase.remove"), List.of(remove()));
  }

  private static PlannedPhase phase(
      String id,
      Message title,
      Set<String> waitsFor,
      Set<String> opens,
      Set<String> settles,
      List<Lane> lanes) {
    return new PlannedPhase(
        id, title, PlannedPhase.Order.SIDE_BY_SIDE, waitsFor, opens, settles, lanes);
  }

  private static Action begin(ClusterSpec spec, String image) {
    var listen =
        spec.network().podCIDR().stream().map(range -> range.isIpv6() ? "[::]:80" : "80").toList();
    return RunScript.of(
            BEGIN,
            Message.of("smoke.action.begin"),
            "smoke-begin.sh",
            Map.of("IMAGE", Var.of(image), "LISTEN", Var.of(String.join("\n", listen))))
        .giving(GROUND, PORT)
        .within(Duration.ofMinutes(8));
  }

  private static List<Action> tries(ClusterSpec spec, HostSpec host) {
    var actions = new ArrayList<Action>();
    actions.add(
        RunScript.of(
                "smoke-node",
                Message.of("smoke.action.node"),
                "smoke-node.sh",
                Map.of(
                    "GROUND", Var.given(GROUND),
                    "GIVES", Var.of(result(name(host))),
                    "SOCKET", Var.of(spec.runtime().criSocket())))
            .giving(result(name(host))));
    if (spec.ssh().bastion().isEmpty()) { // else this computer does not reach them by itself
      actions.add(
          new ReachFromHere(
              "smoke-node-port",
              Message.of("smoke.action.nodePort"),
              host.address(),
              Var.given(PORT),
              here(name(host))));
    }
    return actions;
  }

  private static Action kubelets() {
    return RunScript.of(
            "smoke-kubelets",
            Message.of("smoke.action.kubelets"),
            "smoke-kubelets.sh",
            Map.of("GROUND", Var.given(GROUND)))
        .giving(KUBELETS);
  }

  private static Action remove() {
    return RunScript.of(REMOVE, Message.of("smoke.action.remove"), "smoke-remove.sh", Map.of())
        .uninterrupted(Duration.ofMinutes(4));
  }

  private static List<Action> verdict(HostName host) {
    return List.of(
        RunScript.of(
            "smoke-verdict",
            Message.of("smoke.action.verdict"),
            "smoke-verdict.sh",
            Map.of("RESULT", Var.given(result(host)))));
  }

  private static HostName name(HostSpec host) {
    return new HostName(host.label());
  }
}
