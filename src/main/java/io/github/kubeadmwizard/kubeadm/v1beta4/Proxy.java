package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * Whether kube-proxy is left out. Source: kubeadm v1beta4: Proxy.
 *
 * @param disabled null: false
 */
public record Proxy(@Nullable Boolean disabled) {}
