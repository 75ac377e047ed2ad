package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.TaintSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A host in the making: what the old text says of the machine that it was written for. */
final class Machine {
  private final List<TaintSpec> taints = new ArrayList<>();
  private final SortedMap<String, String> labels = new TreeMap<>();
  private Optional<String> name = Optional.empty();
  private Optional<String> advertise = Optional.empty();
  private Optional<String> nodeIp = Optional.empty();
  private Optional<String> address = Optional.empty();
  private boolean controlPlane;
  private boolean taintsSaid;
  private boolean keepsPodsAway;

  void named(String other) {
    name = Optional.of(other);
  }

  void advertises(String other) {
    advertise = Optional.of(other);
  }

  void hasNodeIp(String other) {
    nodeIp = Optional.of(other);
  }

  /** Where SSH most likely goes, if nothing better is said. */
  void isAt(String other) {
    address = Optional.of(other);
  }

  void carriesTheControlPlane() {
    controlPlane = true;
  }

  void label(String key, String value) {
    labels.put(key, value);
  }

  /** The whole list of taints, of which an empty one means none. */
  void tainted(List<TaintSpec> all) {
    taintsSaid = true;
    for (TaintSpec taint : all) {
      if (taint.key().equals(Taints.CONTROL_PLANE)
          && taint.effect() == TaintSpec.Effect.NO_SCHEDULE) {
        keepsPodsAway = true;
      } else {
        taints.add(taint);
      }
    }
  }

  Optional<String> address() {
    return advertise.or(() -> nodeIp.map(ip -> ip.split(",", 2)[0])).or(() -> address);
  }

  HostSpec host() {
    var roles = EnumSet.of(controlPlane ? Role.CONTROL_PLANE : Role.WORKER);
    if (controlPlane && taintsSaid && !keepsPodsAway) {
      roles.add(Role.WORKER);
    }
    return HostSpec.of(address().orElse(""), HostSpec.DEFAULT_PORT, HostSpec.DEFAULT_USER, roles)
        .withName(name)
        .withAddresses(nodeIp, controlPlane ? advertise : Optional.empty())
        .withLabels(labels)
        .withTaints(taints);
  }
}
