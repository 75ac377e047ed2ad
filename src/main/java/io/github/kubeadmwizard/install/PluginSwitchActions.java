package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.NetworkTraces;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is done on each host while one plugin takes another's place. */
final class PluginSwitchActions {
  private final Ground ground;
  private final Departing departing;

  PluginSwitchActions(Ground ground, Departing departing) {
    this.ground = ground;
    this.departing = departing;
  }

  /** What the new one needs of a host: modules, a firewall that lets it in, its images. */
  List<Action> prepare(Node node) {
    var actions = new ArrayList<Action>(PrepareHosts.forPodNetwork(ground, node));
    var images =
        ground.podNetwork().stream().flatMap(layer -> layer.images().stream()).distinct().toList();
    if (!images.isEmpty()) {
      actions.add(
          PullImages.pull(
              "images", Message.of("install.action.images", images.size()), images, ground));
    }
    return actions;
  }

  /** A look at all that has to be there, and then the old one's objects. */
  List<Action> remove() {
    String manifest =
        ground.podNetwork().stream().map(Layer::text).collect(Collectors.joining("\n---\n"));
    return List.of(
        NamedScript.of(
            "network-begin",
            Map.of(
                "MARK", departing.text(),
                "WORKLOADS", lines(departing.workloads()),
                "OBJECTS", traces("objects"),
                "WISHES", traces("wishes"),
                "OPERATOR", traces("operator"),
                "NAME", SwitchWay.key(ground.spec().cni().name()),
                "MANIFEST", manifest)),
        NamedScript.of(
                "network-remove",
                Map.of(
                    "SWITCH", departing.id(),
                    "WORKLOADS", lines(departing.workloads()),
                    "WISHES", traces("wishes"),
                    "OBJECTS", traces("objects"),
                    "GROUPS_OF_IT", traces("groups"),
                    "WRITTEN", traces("written"),
                    "ANNOTATIONS", traces("annotations")))
            .uninterrupted(Duration.ofMinutes(30)));
  }

  List<Action> clean() {
    var vars = new TreeMap<>(NetworkTraces.onNodes(departing.traces()));
    vars.put("SWITCH", departing.id());
    vars.put(
        "PODS", lines(ground.spec().network().podCIDR().stream().map(Cidr::toString).toList()));
    return List.of(NamedScript.of("network-clean", vars).uninterrupted(Duration.ofMinutes(10)));
  }

  List<Action> apply() {
    return ground.podNetwork().stream()
        .<Action>map(layer ->
            new Action.ApplyManifest(
                "apply-" + layer.name(),
                Message.of("install.action.apply", layer.name()),
                layer.name(),
                layer.text()))
        .toList();
  }

  List<Action> up(Node node) {
    var vars = new TreeMap<String, Var>();
    vars.put("NODE", Var.of(node.name()));
    vars.put("SOCKET", Var.of(socket()));
    return List.of(
        new WaitUntil(
            "network-up", title("network-up"), "network-up.sh", vars, Duration.ofMinutes(15)));
  }

  /**
   * @param which the cluster's name service, or all others
   */
  List<Action> pods(Node node, String which) {
    var anew =
        RunScript.of(
                "network-pods",
                title("network-pods." + which),
                "network-pods.sh",
                pods(node.name(), which))
            .within(Duration.ofMinutes(30));
    return which.equals("dns")
        ? List.of(anew)
        : List.of(
            anew,
            RunScript.of(
                "pods-left",
                title("network-pods.bare"),
                "network-pods.sh",
                pods(node.name(), "bare")));
  }

  private Map<String, Var> pods(String node, String which) {
    return Map.of("SWITCH", Var.of(departing.id()), "NODE", Var.of(node), "WHICH", Var.of(which));
  }

  /** Nodes and the cluster's name service, and a test pod on every node. */
  List<Action> ready() {
    return List.of(
        ClusterReady.await("nodes-ready", ground, ground.hasDns()), NetworkSwitch.testPods(ground));
  }

  List<Action> proof(Node node) {
    return List.of(NetworkSwitch.traffic(ground, node));
  }

  List<Action> away() {
    return List.of(NetworkSwitch.away("all"));
  }

  List<Action> end() {
    return List.of(NamedScript.of("network-end", Map.of()));
  }

  private String socket() {
    return ground.spec().runtime().criSocket();
  }

  private String traces(String key) {
    return NetworkTraces.lines(departing.traces(), key);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
