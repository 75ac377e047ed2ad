package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.Departing;
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
 * @param podSubnet what kubeadm was told of the pods' addresses; empty where it was told nothing
 * @param nodes every node's name
 * @param pods by namespace, how many run in the pod network
 * @param departing what the nodes say of a switch that is not through
 * @param withoutRange nodes that have no range of their own for pods
 * @param hasKubeProxy whether kube-proxy runs, or something else does its work
 */
public record LivingNetwork(
    List<Found> found,
    Optional<LivingFlannel> flannel,
    Optional<String> podSubnet,
    List<String> nodes,
    SortedMap<String, Integer> pods,
    Optional<Departing> departing,
    List<String> withoutRange,
    boolean hasKubeProxy) {
  /** What the nodes are marked with while a switch goes on. */
  static final String MARK = "kubeadm-wizard/network-switch";

  public LivingNetwork {
    found = List.copyOf(found);
    nodes = List.copyOf(nodes);
    withoutRange = List.copyOf(withoutRange);
    pods = Collections.unmodifiableSortedMap(new TreeMap<>(pods));
  }

  /**
   * A program on every node that sets up the pods' network.
   *
   * @param plugin empty where it is none that is known
   * @param workload its DaemonSet, as {@code NAMESPACE/NAME}
   * @param traces whose program it is under whatever name, see {@link NetworkTraces}; empty where
   *     it is none that is known
   */
  public record Found(Optional<CniSpec.Name> plugin, String workload, Optional<String> traces) {}

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
   * @param objects a List of nodes and DaemonSets
   * @param kubeadm a List of kubeadm's ConfigMap
   * @param flannel a List of Flannel's ConfigMap, empty where it is not there
   * @param pods lines
   */
  public static LivingNetwork of(
      JsonTree objects, JsonTree kubeadm, JsonTree flannel, List<String> pods) {
    var lines = pods.stream().flatMap(line -> PodLine.of(line).stream()).toList();
    var counts = new TreeMap<String, Integer>();
    lines.stream()
        .filter(PodLine::isInPodNetwork)
        .forEach(pod -> counts.merge(pod.namespace(), 1, Integer::sum));
    return new LivingNetwork(
        kind(objects, "DaemonSet").flatMap(one -> NetworkProgram.found(one).stream()).toList(),
        LivingFlannel.of(objects, flannel, lines),
        KubeadmConfig.podSubnet(kubeadm),
        kind(objects, "Node").map(one -> text(one, "metadata", "name")).toList(),
        counts,
        kind(objects, "Node")
            .flatMap(one -> Departing.of(text(one, "metadata", "annotations", MARK)).stream())
            .findFirst(),
        kind(objects, "Node")
            .filter(one -> text(one, "spec", "podCIDR").isEmpty())
            .map(one -> text(one, "metadata", "name"))
            .toList(),
        kind(objects, "DaemonSet").anyMatch(LivingNetwork::isKubeProxy));
  }

  private static boolean isKubeProxy(JsonTree daemonSet) {
    return text(daemonSet, "metadata", "namespace").equals("kube-system")
        && text(daemonSet, "metadata", "name").equals("kube-proxy");
  }

  static Stream<JsonTree> kind(JsonTree list, String kind) {
    return list.at("items").items().stream().filter(one -> text(one, "kind").equals(kind));
  }

  static String text(JsonTree tree, String... keys) {
    return tree.at(keys).text().orElse("");
  }
}
