package io.github.kubeadmwizard.practice;

import java.util.List;
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

  /** Empty for a node whose network nobody knows, or that has none. */
  static Optional<LaidNetwork> of(PracticeMachine machine) {
    boolean calico = has(machine, "/calico/node:");
    if (calico && has(machine, "flannel/flannel:")) {
      return Optional.of(
          new LaidNetwork("10-canal.conflist", List.of("flannel.1"), SYSTEM, "canal"));
    }
    if (calico) {
      return Optional.of(
          new LaidNetwork("10-calico.conflist", List.of("vxlan.calico"), SYSTEM, "calico-node"));
    }
    if (has(machine, "weaveworks/weave-kube:")) {
      return Optional.of(
          new LaidNetwork("10-weave.conflist", List.of("weave"), SYSTEM, "weave-net"));
    }
    if (has(machine, "/cilium/cilium:") || has(machine, "/cilium/cilium@")) {
      var links = List.of("cilium_host", "cilium_net", "cilium_vxlan");
      return Optional.of(new LaidNetwork("05-cilium.conflist", links, SYSTEM, "cilium"));
    }
    return has(machine, "flannel-io/flannel:")
        ? Optional.of(
            new LaidNetwork(
                "10-flannel.conflist", flannelLinks(machine), "kube-flannel", "kube-flannel-ds"))
        : Optional.empty();
  }

  private static List<String> flannelLinks(PracticeMachine machine) {
    return Stream.concat(Stream.of("cni0"), machine.carriers.stream().sorted()).toList();
  }

  private static boolean has(PracticeMachine machine, String part) {
    return machine.images.stream().anyMatch(image -> image.contains(part));
  }
}
