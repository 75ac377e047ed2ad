package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where Ceph's programs may run.
 *
 * @param tolerations of the taints of those hosts whose disks it gets
 * @param nodes how many nodes its monitors find
 */
record RookPlacement(List<Map<String, Object>> tolerations, int nodes) {
  private static final ObjectName DRIVERS =
      ObjectName.in(RookCeph.NAMESPACE, "OperatorConfig", "ceph-csi-operator-config");

  RookPlacement {
    tolerations = List.copyOf(tolerations);
  }

  static RookPlacement of(AddonSpec.Rook wish, ClusterSpec spec) {
    var withDisks = spec.hosts().stream().filter(host -> !wish.of(host.label()).isEmpty()).toList();
    boolean onControlPlanes =
        !Placement.hasWorkers(spec)
            || withDisks.stream().anyMatch(host -> !host.roles().contains(Role.WORKER));
    var tolerations = new ArrayList<Map<String, Object>>();
    if (onControlPlanes) {
      tolerations.add(Placement.ON_CONTROL_PLANES);
    }
    withDisks.stream()
        .flatMap(host -> host.taints().stream())
        .distinct()
        .map(Placement::toleration)
        .forEach(tolerations::add);
    long nodes = spec.hosts().stream().filter(host -> takes(host, onControlPlanes)).count();
    return new RookPlacement(tolerations, Math.toIntExact(nodes));
  }

  private static boolean takes(HostSpec host, boolean onControlPlanes) {
    return onControlPlanes || host.roles().contains(Role.WORKER);
  }

  /** Whether it is beside control planes, too. */
  boolean isOnControlPlanes() {
    return tolerations.contains(Placement.ON_CONTROL_PLANES);
  }

  /** What runs where Ceph does. */
  PodImages images(List<String> images) {
    return isOnControlPlanes()
        ? new PodImages(images, List.of())
        : new PodImages(List.of(), images);
  }

  /** Pods on those hosts use volumes, too. */
  Manifest ofDrivers(Manifest operator) {
    if (tolerations.isEmpty()) {
      return operator;
    }
    var editor = operator.edit();
    var defaults = editor.object(DRIVERS).fields().at("spec", "driverSpecDefaults");
    defaults.at("nodePlugin").add("tolerations", tolerations);
    defaults.at("controllerPlugin").add("tolerations", tolerations);
    return editor.done();
  }
}
