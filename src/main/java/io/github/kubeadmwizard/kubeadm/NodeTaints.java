package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.kubeadm.v1beta4.Taint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The taints of a host's node. The user's extras are added to what the role brings. Source: kubeadm
 * v1beta4: NodeRegistrationOptions.taints, where a list, even an empty one, replaces the default.
 */
final class NodeTaints {
  private NodeTaints() {}

  /** What the document says; null leaves kubeadm's default for the role. */
  static @Nullable List<Taint> of(HostSpec host) {
    var taints = new ArrayList<Taint>();
    boolean keepsPodsAway = host.isControlPlane() && !host.isWorker();
    if (host.taints().isEmpty()) {
      return host.isControlPlane() && host.isWorker() ? List.of() : null;
    }
    if (keepsPodsAway) {
      taints.add(Taint.controlPlane());
    }
    host.taints().stream().map(Taint::of).filter(t -> !taints.contains(t)).forEach(taints::add);
    return taints;
  }
}
