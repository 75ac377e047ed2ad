package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * Where kubeadm finds patches of its manifests. Source: kubeadm v1beta4: Patches.
 *
 * @param directory files {@code target[suffix][+type].yaml}; null: none
 */
public record Patches(@Nullable String directory) {}
