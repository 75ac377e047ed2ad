package io.github.kubeadmwizard.kubeadm.tree;

/** A document of a configuration file; its kind is the record's name. */
public interface ConfigDocument {

  /** Such as {@code kubeadm.k8s.io/v1beta4}. */
  String apiVersion();

  /** Such as {@code InitConfiguration}. */
  default String kind() {
    return getClass().getSimpleName();
  }
}
