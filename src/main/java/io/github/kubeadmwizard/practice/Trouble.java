package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.text.Message;

/** What is wrong with a practice machine, so that there is something to find and to mend. */
public enum Trouble {
  /** Compressed swap in memory, as many distributions set it up. */
  SWAP(Message.of("practice.trouble.swap")),
  /** ufw lets nothing in but SSH. */
  FIREWALL(Message.of("practice.trouble.firewall")),
  /** Less than a gigabyte: slow as a worker, not enough for a control plane. */
  LITTLE_MEMORY(Message.of("practice.trouble.littleMemory")),
  /** The distribution's containerd, too old for what is installed. */
  OLD_CONTAINERD(Message.of("practice.trouble.oldContainerd")),
  /** Another program listens where the kubelet would. */
  PORT_TAKEN(Message.of("practice.trouble.portTaken")),
  /** The clock is minutes behind. */
  SLOW_CLOCK(Message.of("practice.trouble.slowClock")),
  /** The registry does not answer when images are pulled for the first time. */
  DEAF_REGISTRY(Message.of("practice.trouble.deafRegistry"));

  private final Message words;

  Trouble(Message words) {
    this.words = words;
  }

  /** In a few words, to stand beside the machine; begins with a small letter. */
  public Message words() {
    return words;
  }
}
