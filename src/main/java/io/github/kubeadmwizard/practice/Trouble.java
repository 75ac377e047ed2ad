package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.text.Message;

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
  DEAF_REGISTRY;

  /** In a few words, to stand beside the machine; begins with a small letter. */
  public Message words() {
    return switch (this) {
      case SWAP -> Message.of("practice.trouble.swap");
      case FIREWALL -> Message.of("practice.trouble.firewall");
      case LITTLE_MEMORY -> Message.of("practice.trouble.littleMemory");
      case OLD_CONTAINERD -> Message.of("practice.trouble.oldContainerd");
      case PORT_TAKEN -> Message.of("practice.trouble.portTaken");
      case SLOW_CLOCK -> Message.of("practice.trouble.slowClock");
      case DEAF_REGISTRY -> Message.of("practice.trouble.deafRegistry");
    };
  }
}
