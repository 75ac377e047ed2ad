package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * What makes a joining node a control plane. Source: kubeadm v1beta4: JoinControlPlane.
 *
 * @param certificateKey a secret, so a placeholder in what is shown
 */
public record JoinControlPlane(
    @Nullable ApiEndpoint localAPIEndpoint, @Nullable String certificateKey) {}
