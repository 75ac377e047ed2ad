package io.github.kubeadmwizard.os;

/** How well we know a distribution's version. */
public enum Support {
  /** Clusters were installed on it with this program. */
  TESTED,
  /** Like one that was tested, and new enough for Kubernetes; not tried. */
  EXPECTED,
  /** Too old: cgroup version 1, or a kernel that Kubernetes refuses. */
  TOO_OLD,
  /** Not on the list. */
  UNKNOWN
}
