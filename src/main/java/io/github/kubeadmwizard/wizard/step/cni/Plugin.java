package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** The plugins that a page shows, each with what it gives and needs. */
enum Plugin {
  FLANNEL("Flannel", CniSpec.Name.FLANNEL),
  CALICO("Calico", CniSpec.Name.CALICO),
  CILIUM("Cilium", CniSpec.Name.CILIUM),
  CANAL("Canal", CniSpec.Name.CANAL),
  WEAVE("Weave Net", CniSpec.Name.WEAVE),
  ROMANA("Romana", null);

  private final String title;
  private final CniSpec.@org.jspecify.annotations.Nullable Name name;

  Plugin(String title, CniSpec.@org.jspecify.annotations.Nullable Name name) {
    this.title = title;
    this.name = name;
  }

  /** Its own name. */
  String title() {
    return title;
  }

  /** As the cluster file calls it; empty for one that no version will install. */
  Optional<CniSpec.Name> choice() {
    return Optional.ofNullable(name);
  }

  /** What it is good for. */
  Message gives() {
    return switch (this) {
      case FLANNEL -> Message.of("choices.cni.flannel.gives");
      case CALICO -> Message.of("choices.cni.calico.gives");
      case CILIUM -> Message.of("choices.cni.cilium.gives");
      case CANAL -> Message.of("choices.cni.canal.gives");
      case WEAVE -> Message.of("choices.cni.weave.gives");
      case ROMANA -> locked();
    };
  }

  /** What has to get through between hosts, and what kernel. Source: each plugin's docs. */
  Message needs() {
    return switch (this) {
      case FLANNEL -> Message.of("choices.cni.flannel.needs");
      case CALICO -> Message.of("choices.cni.calico.needs");
      case CILIUM -> Message.of("choices.cni.cilium.needs");
      case CANAL -> Message.of("choices.cni.canal.needs");
      case WEAVE -> Message.of("choices.cni.weave.needs");
      case ROMANA -> locked();
    };
  }

  /** Why it cannot be chosen. */
  Message locked() {
    return this == ROMANA
        ? Message.of("choices.cni.romana.locked")
        : Message.of("choices.cni.locked", title);
  }

  /** A word on it beside its name, where one is needed. */
  Optional<Message> tag() {
    return switch (this) {
      case WEAVE -> Optional.of(Message.of("choices.cni.archived"));
      case ROMANA -> Optional.of(Message.of("choices.cni.cannotRun"));
      case FLANNEL, CALICO, CILIUM, CANAL -> Optional.empty();
    };
  }
}
