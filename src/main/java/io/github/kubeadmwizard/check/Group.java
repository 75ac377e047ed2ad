package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;

/** What a requirement is about; the order in which they are shown. */
public enum Group {
  MACHINE,
  SYSTEM,
  NETWORK,
  FIREWALL,
  LEFTOVERS,
  RUNTIME,
  PACKAGES,
  BETWEEN;

  /** Its name for the user. */
  public Message title() {
    return switch (this) {
      case MACHINE -> Message.of("check.group.machine");
      case SYSTEM -> Message.of("check.group.system");
      case NETWORK -> Message.of("check.group.network");
      case FIREWALL -> Message.of("check.group.firewall");
      case LEFTOVERS -> Message.of("check.group.leftovers");
      case RUNTIME -> Message.of("check.group.runtime");
      case PACKAGES -> Message.of("check.group.packages");
      case BETWEEN -> Message.of("check.group.between");
    };
  }
}
