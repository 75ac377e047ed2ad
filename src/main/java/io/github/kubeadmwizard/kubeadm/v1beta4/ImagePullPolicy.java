package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Choice;

/** When kubeadm pulls images. Source: Kubernetes core/v1: PullPolicy. */
public enum ImagePullPolicy implements Choice {
  ALWAYS("Always"),
  IF_NOT_PRESENT("IfNotPresent"),
  NEVER("Never");

  private final String text;

  ImagePullPolicy(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
