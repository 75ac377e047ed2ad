package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * The cluster's DNS add-on. Source: kubeadm v1beta4: DNS.
 *
 * @param imageRepository null: the cluster's
 * @param imageTag null: kubeadm's
 * @param disabled null: false
 */
public record Dns(
    @Nullable String imageRepository, @Nullable String imageTag, @Nullable Boolean disabled) {}
