package io.github.kubeadmwizard.facts;

/**
 * Room for files at a path.
 *
 * @param path as asked, such as /var/lib/containerd
 * @param mountPoint where the file system that holds the path, or its nearest existing parent, is
 *     mounted
 * @param device such as /dev/sda1
 * @param fileSystem such as ext4
 * @param sizeBytes of the file system
 * @param availableBytes for programs that are not root
 * @param readOnly whether it is mounted read-only
 */
public record Space(
    String path,
    String mountPoint,
    String device,
    String fileSystem,
    long sizeBytes,
    long availableBytes,
    boolean readOnly) {}
