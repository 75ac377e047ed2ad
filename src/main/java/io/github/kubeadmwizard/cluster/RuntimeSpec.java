package io.github.kubeadmwizard.cluster;

import java.util.Optional;

/**
 * The container runtime.
 *
 * @param from where it comes from
 * @param version exact version; empty: the newest of that source, of files the one we know
 * @param cgroupDriver the driver that runtime and kubelet share
 * @param socket CRI socket, where it is not the runtime's usual one
 */
public record RuntimeSpec(
    Name name,
    Source from,
    Optional<String> version,
    CgroupDriver cgroupDriver,
    Optional<String> socket)
    implements ClusterPart {

  /** containerd.io from Docker's repository, with systemd. */
  public static final RuntimeSpec DEFAULT =
      new RuntimeSpec(
          Name.CONTAINERD,
          Source.DOCKER_REPOSITORY,
          Optional.empty(),
          CgroupDriver.SYSTEMD,
          Optional.empty());

  /** Which runtime. */
  public enum Name {
    CONTAINERD,
    CRI_O,
    DOCKER,
    MIRANTIS
  }

  /** Where it comes from. */
  public enum Source {
    DOCKER_REPOSITORY,
    DISTRIBUTION,
    BINARIES
  }

  /** Who manages cgroups. */
  public enum CgroupDriver {
    SYSTEMD,
    CGROUPFS
  }

  /** The CRI socket as kubeadm wants it. Source: Kubernetes docs, container runtimes. */
  public String criSocket() {
    return socket.orElseGet(() ->
        switch (name) {
          case CONTAINERD -> "unix:///run/containerd/containerd.sock";
          case CRI_O -> "unix:///run/crio/crio.sock";
          case DOCKER, MIRANTIS -> "unix:///run/cri-dockerd.sock";
        });
  }
}
