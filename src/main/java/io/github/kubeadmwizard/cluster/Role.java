package io.github.kubeadmwizard.cluster;

/** The part that a host plays; with both, ordinary pods may run beside the control plane. */
public enum Role {
  CONTROL_PLANE,
  WORKER
}
