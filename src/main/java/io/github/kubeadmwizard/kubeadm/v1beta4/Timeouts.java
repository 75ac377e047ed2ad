package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import org.jspecify.annotations.Nullable;

/**
 * How long kubeadm waits. Source: kubeadm v1beta4: Timeouts; null means the default, given here.
 *
 * @param controlPlaneComponentHealthCheck 4m
 * @param kubeletHealthCheck 4m
 * @param kubernetesAPICall 1m
 * @param etcdAPICall 2m
 * @param tlsBootstrap 5m
 * @param discovery 5m
 * @param upgradeManifests 5m
 */
public record Timeouts(
    @Nullable GoDuration controlPlaneComponentHealthCheck,
    @Nullable GoDuration kubeletHealthCheck,
    @Nullable GoDuration kubernetesAPICall,
    @Nullable GoDuration etcdAPICall,
    @Nullable GoDuration tlsBootstrap,
    @Nullable GoDuration discovery,
    @Nullable GoDuration upgradeManifests) {}
