package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * Container runtimes on the host.
 *
 * @param containerd containerd
 * @param crio CRI-O
 * @param docker Docker Engine, which Kubernetes speaks to only through cri-dockerd
 * @param criDockerd cri-dockerd
 * @param dockerState what Docker runs
 * @param sockets CRI sockets that exist, as kubeadm looks for them; with several it must be told
 */
public record Runtimes(
    Containerd containerd,
    OtherRuntime crio,
    OtherRuntime docker,
    OtherRuntime criDockerd,
    DockerState dockerState,
    List<String> sockets)
    implements FactsPart {
  public Runtimes {
    sockets = List.copyOf(sockets);
  }

  /** The same with another containerd. */
  public Runtimes withContainerd(Containerd containerd) {
    return new Runtimes(containerd, crio, docker, criDockerd, dockerState, sockets);
  }

  /** The same with other CRI sockets. */
  public Runtimes withSockets(List<String> sockets) {
    return new Runtimes(containerd, crio, docker, criDockerd, dockerState, sockets);
  }

  /** The same with other findings of Docker. */
  public Runtimes withDocker(OtherRuntime docker, DockerState dockerState) {
    return new Runtimes(containerd, crio, docker, criDockerd, dockerState, sockets);
  }

  /** The same with another cri-dockerd. */
  public Runtimes withCriDockerd(OtherRuntime criDockerd) {
    return new Runtimes(containerd, crio, docker, criDockerd, dockerState, sockets);
  }

  /** The same with another CRI-O. */
  public Runtimes withCrio(OtherRuntime crio) {
    return new Runtimes(containerd, crio, docker, criDockerd, dockerState, sockets);
  }
}
