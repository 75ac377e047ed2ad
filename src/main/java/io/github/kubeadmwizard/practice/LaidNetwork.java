package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pod network of a practice node, told from the images that it pulled.
 *
 * @param file its configuration for the runtime
 * @param links network links that it made
 * @param namespace where its pods are
 * @param pods how their names begin
 */
record LaidNetwork(String file, List<String> links, String namespace, String pods) {
  private static final String SYSTEM = "kube-system";
  private static final String OF_OPERATOR = "calico-system";

  /** Between two: the old one was taken away, and the new one is not there yet. */
  static final LaidNetwork GONE = new LaidNetwork("", List.of(), "", "");

  private boolean isThere() {
    return !equals(GONE);
  }

  /** Empty for a node whose network nobody knows, or that has none. */
  static Optional<LaidNetwork> of(PracticeMachine machine) {
    if (machine.laid.isPresent()) {
      return machine
          .laid
          .filter(LaidNetwork::isThere)
          .map(its -> its.pods().equals("kube-flannel-ds") ? flannel(machine) : its);
    }
    boolean calico = has(machine, "/calico/node:");
    if (calico && has(machine, "flannel/flannel:")) {
      return Optional.of(
          new LaidNetwork("10-canal.conflist", List.of("flannel.1"), SYSTEM, "canal"));
    }
    if (calico) {
      return Optional.of(
          known(has(machine, "/tigera/operator:") ? OF_OPERATOR : SYSTEM, "calico-node"));
    }
    if (has(machine, "weaveworks/weave-kube:")) {
      return Optional.of(
          new LaidNetwork("10-weave.conflist", List.of("weave"), SYSTEM, "weave-net"));
    }
    if (has(machine, "/cilium/cilium:") || has(machine, "/cilium/cilium@")) {
      var links = List.of("cilium_host", "cilium_net", "cilium_vxlan");
      return Optional.of(new LaidNetwork("05-cilium.conflist", links, SYSTEM, "cilium"));
    }
    return has(machine, "flannel-io/flannel:") ? Optional.of(flannel(machine)) : Optional.empty();
  }

  private static LaidNetwork flannel(PracticeMachine machine) {
    return new LaidNetwork(
        "10-flannel.conflist", flannelLinks(machine), "kube-flannel", "kube-flannel-ds");
  }

  /**
   * What these objects make of a node, told by their DaemonSet or by what they tell an operator.
   */
  static Optional<LaidNetwork> applied(String objects) {
    var all = PlainTree.readAll(objects);
    if (all.stream().anyMatch(object -> "Installation".equals(object.get("kind")))) {
      return Optional.of(known(OF_OPERATOR, "calico-node"));
    }
    return all.stream()
        .filter(object -> "DaemonSet".equals(object.get("kind")))
        .flatMap(object ->
            object.get("metadata") instanceof Map<?, ?> its ? Stream.of(its) : Stream.of())
        .map(its -> known(String.valueOf(its.get("namespace")), String.valueOf(its.get("name"))))
        .findFirst();
  }

  private static LaidNetwork known(String namespace, String pods) {
    return switch (pods) {
      case "calico-node" ->
          new LaidNetwork("10-calico.conflist", List.of("vxlan.calico"), namespace, pods);
      case "canal" -> new LaidNetwork("10-canal.conflist", List.of("flannel.1"), namespace, pods);
      case "weave-net" -> new LaidNetwork("10-weave.conflist", List.of("weave"), namespace, pods);
      case "cilium" ->
          new LaidNetwork("05-cilium.conflist", List.of("cilium_host"), namespace, pods);
      default -> new LaidNetwork("10-" + pods + ".conflist", List.of("cni0"), namespace, pods);
    };
  }

  private static List<String> flannelLinks(PracticeMachine machine) {
    return Stream.concat(Stream.of("cni0"), machine.carriers.stream().sorted()).toList();
  }

  private static boolean has(PracticeMachine machine, String part) {
    return machine.images.stream().anyMatch(image -> image.contains(part));
  }
}
