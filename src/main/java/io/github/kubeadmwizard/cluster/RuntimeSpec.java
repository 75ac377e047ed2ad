package io.github.kubeadmwizard.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The container runtime.
 *
 * @param from where it comes from
 * @param version exact version; empty: the newest of that source, of files the one we know, of
 *     CRI-O the newest of the minor of Kubernetes
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
    CRI_O_REPOSITORY,
    DISTRIBUTION,
    BINARIES,
    /** Somebody brought it before. */
    INSTALLED
  }

  /** Where a runtime can come from, the usual place first. */
  public static List<Source> sources(Name name) {
    return switch (name) {
      case CONTAINERD -> List.of(Source.DOCKER_REPOSITORY, Source.DISTRIBUTION, Source.BINARIES);
      case CRI_O -> List.of(Source.CRI_O_REPOSITORY);
      case DOCKER -> List.of(Source.DOCKER_REPOSITORY, Source.DISTRIBUTION);
      case MIRANTIS -> List.of(Source.INSTALLED);
    };
  }

  /** The same with another runtime, from where that one can come from. */
  public RuntimeSpec withName(Name other) {
    List<Source> possible = sources(other);
    Source there = possible.contains(from) ? from : possible.getFirst();
    return new RuntimeSpec(
        other,
        there,
        other == name ? version : Optional.empty(),
        cgroupDriver,
        other == name ? socket : Optional.empty());
  }

  /** The same from elsewhere. */
  public RuntimeSpec withFrom(Source other) {
    return new RuntimeSpec(name, other, version, cgroupDriver, socket);
  }

  /** Whether Docker runs the containers, which speaks to Kubernetes through cri-dockerd alone. */
  public boolean isDocker() {
    return name == Name.DOCKER || name == Name.MIRANTIS;
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
