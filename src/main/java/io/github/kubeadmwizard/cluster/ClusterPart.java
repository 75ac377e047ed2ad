package io.github.kubeadmwizard.cluster;

/** A part of a {@link ClusterSpec} that is replaced as a whole; see {@link ClusterSpec#with}. */
public sealed interface ClusterPart
    permits AddonsSpec,
        ChecksSpec,
        CniSpec,
        ImagesSpec,
        KubeadmOverlay,
        NetworkSpec,
        PackagesSpec,
        PrepareSpec,
        RuntimeSpec,
        SshSpec {}
