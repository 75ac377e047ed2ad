package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.TaintSpec;

/** What kubeadm gives a control plane that is not a worker as well. */
final class ControlPlaneTaint {
  /** Source: kubeadm v1beta4, NodeRegistrationOptions.taints. */
  static final TaintSpec TAINT =
      TaintSpec.parse("node-role.kubernetes.io/control-plane:NoSchedule");

  private ControlPlaneTaint() {}
}
