package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.Nullable;

/**
 * A directory or file of the host inside a component's pod. Source: kubeadm v1beta4: HostPathMount.
 *
 * @param readOnly null means false
 * @param pathType core/v1 HostPathType such as {@code DirectoryOrCreate}; null: not checked
 */
public record HostPathMount(
    String name,
    String hostPath,
    String mountPath,
    @Nullable Boolean readOnly,
    @Nullable String pathType) {}
