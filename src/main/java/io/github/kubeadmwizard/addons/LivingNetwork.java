package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pod network that a cluster runs, as its objects tell, whoever installed it.
 *
 * @param found the programs that put their configuration into {@code /etc/cni/net.d}
 * @param flannel how Flannel runs; empty where it is not there
 * @param kubeProxy whether kube-proxy runs
 * @param podSubnet what kubeadm was told of the pods' addresses; empty where it was told nothing
 * @param nodes every node's name
 * @param pods by namespace, how many run in the pod network
 * @param policies how many NetworkPolicies there are
 * @param underway the switch that was begun and not ended
 */
public record LivingNetwork(
    List<Found> found,
    Optional<LivingFlannel> flannel,
    boolean kubeProxy,
    Optional<String> podSubnet,
    List<String> nodes,
    SortedMap<String, Integer> pods,
    int policies,
    Optional<Underway> underway) {
  /** Where a switch to another plugin keeps what it is about, until it is through. */
  public static final String MEMO = "kubeadm-wizard-switch";

  public LivingNetwork {
    found = List.copyOf(found);
    nodes = List.copyOf(nodes);
    pods = Collections.unmodifiableSortedMap(new TreeMap<>(pods));
  }

  /**
   * A program on every node that sets up the pods' network.
   *
   * @param plugin empty where it is none that is known
   * @param workload its DaemonSet, as {@code NAMESPACE/NAME}
   */
  public record Found(Optional<CniSpec.Name> plugin, String workload) {}

  /** A switch from one plugin to another, by their keys in the cluster file. */
  public record Underway(String from, String to) {}

  /** The plugin, where one is there and it is known. */
  public Optional<CniSpec.Name> plugin() {
    return found.size() == 1 ? found.getFirst().plugin() : Optional.empty();
  }

  /** All pods in the pod network. */
  public int podCount() {
    return pods.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * From what {@code pod-network.sh} printed.
   *
   * @param objects a List of nodes, DaemonSets and NetworkPolicies
   * @param settings a List of ConfigMaps
   * @param pods lines
   */
  public static LivingNetwork of(JsonTree objects, JsonTree settings, List<String> pods) {
    var lines = pods.stream().flatMap(line -> PodLine.of(line).stream()).toList();
    var counts = new TreeMap<String, Integer>();
    lines.stream()
        .filter(PodLine::isInPodNetwork)
        .forEach(pod -> counts.merge(pod.namespace(), 1, Integer::sum));
    List<JsonTree> daemons = kind(objects, "DaemonSet").toList();
    return new LivingNetwork(
        daemons.stream().flatMap(one -> NetworkProgram.found(one).stream()).toList(),
        LivingFlannel.of(objects, settings, lines),
        daemons.stream().anyMatch(one -> text(one, "metadata", "name").equals("kube-proxy")),
        KubeadmConfig.podSubnet(settings),
        kind(objects, "Node").map(one -> text(one, "metadata", "name")).toList(),
        counts,
        (int) kind(objects, "NetworkPolicy").count(),
        underway(settings));
  }

  private static Optional<Underway> underway(JsonTree settings) {
    return settings.at("items").items().stream()
        .filter(one -> text(one, "metadata", "name").equals(MEMO))
        .map(one -> new Underway(text(one, "data", "from"), text(one, "data", "to")))
        .findFirst();
  }

  static Stream<JsonTree> kind(JsonTree list, String kind) {
    return list.at("items").items().stream().filter(one -> text(one, "kind").equals(kind));
  }

  static String text(JsonTree tree, String... keys) {
    return tree.at(keys).text().orElse("");
  }
}
