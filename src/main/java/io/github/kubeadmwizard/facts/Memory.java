package io.github.kubeadmwizard.facts;

/**
 * RAM, from /proc/meminfo.
 *
 * @param totalBytes what the kernel manages; kubeadm's check {@code Mem} reads the same figure
 * @param availableBytes what programs could still take without swapping
 */
public record Memory(long totalBytes, long availableBytes) {}
