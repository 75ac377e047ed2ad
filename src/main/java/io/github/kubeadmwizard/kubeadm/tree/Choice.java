package io.github.kubeadmwizard.kubeadm.tree;

/** One of the fixed words that a field allows; implemented by enums. */
public interface Choice {

  /** As the document writes it. */
  String text();
}
