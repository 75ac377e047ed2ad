package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** The steps from bare machines to a Ready cluster, in their order. */
public enum Step {
  HOSTS,
  REQUIREMENTS,
  RUNTIME,
  NETWORK,
  CNI,
  NODES,
  ADDONS,
  REVIEW,
  INSTALL,
  READY;

  /** Its name in the sidebar. */
  public Message title() {
    return switch (this) {
      case HOSTS -> Message.of("wizard.step.hosts");
      case REQUIREMENTS -> Message.of("wizard.step.requirements");
      case RUNTIME -> Message.of("wizard.step.runtime");
      case NETWORK -> Message.of("wizard.step.network");
      case CNI -> Message.of("wizard.step.cni");
      case NODES -> Message.of("wizard.step.nodes");
      case ADDONS -> Message.of("wizard.step.addons");
      case REVIEW -> Message.of("wizard.step.review");
      case INSTALL -> Message.of("wizard.step.install");
      case READY -> Message.of("wizard.step.ready");
    };
  }

  /** All, in their order. */
  public static List<Step> all() {
    return List.of(values());
  }

  /** The one after it; the last itself. */
  public Step next() {
    return this == READY ? this : all().get(all().indexOf(this) + 1);
  }

  /** The one before it; the first itself. */
  public Step before() {
    return this == HOSTS ? this : all().get(all().indexOf(this) - 1);
  }

  /** Counted from 1, as it is shown. */
  public int number() {
    return all().indexOf(this) + 1;
  }
}
