package io.github.kubeadmwizard.practice;

/** What is wrong with a practice machine, so that there is something to find and to mend. */
public enum Trouble {
  /** Compressed swap in memory, as many distributions set it up. */
  SWAP,
  /** ufw lets nothing in but SSH. */
  FIREWALL,
  /** Less than a gigabyte: slow as a worker, not enough for a control plane. */
  LITTLE_MEMORY,
  /** The distribution's containerd, too old for what is installed. */
  OLD_CONTAINERD,
  /** Another program listens where the kubelet would. */
  PORT_TAKEN,
  /** The clock is minutes behind. */
  SLOW_CLOCK,
  /** The registry does not answer when images are pulled for the first time. */
  DEAF_REGISTRY
}
