package io.github.kubeadmwizard.kubeadm.v1beta4;

/** A flag of a component, without leading dashes. Source: kubeadm v1beta4: Arg. */
public record Arg(String name, String value) {}
