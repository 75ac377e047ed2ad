package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.text.Message;

/** What is not installed from here, with the reason and the way to it. */
enum Elsewhere {
  INGRESS_NGINX("ingress-nginx"),
  VOLUMES("GlusterFS, AWS EBS, Azure Disk"),
  FEDERATION("Karmada"),
  MESH("Istio, Linkerd");

  private final String title;

  Elsewhere(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Message about() {
    return switch (this) {
      case INGRESS_NGINX -> Message.of("choices.addons.ingressNginx");
      case VOLUMES -> Message.of("choices.addons.volumes");
      case FEDERATION -> Message.of("choices.addons.federation");
      case MESH -> Message.of("choices.addons.mesh");
    };
  }
}
