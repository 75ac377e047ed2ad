package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * Where an API server listens. Source: kubeadm v1beta4: APIEndpoint.
 *
 * @param advertiseAddress null: the address of the default route's card
 * @param bindPort null: 6443
 */
public record ApiEndpoint(@Nullable String advertiseAddress, @Nullable Integer bindPort) {}
