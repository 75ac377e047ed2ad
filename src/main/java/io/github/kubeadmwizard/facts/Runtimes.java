package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * Container runtimes on the host.
 *
 * @param containerd containerd
 * @param crio CRI-O
 * @param docker Docker Engine, which Kubernetes speaks to only through cri-dockerd
 * @param criDockerd cri-dockerd
 * @param sockets CRI sockets that exist, as kubeadm looks for them; with several it must be told
 */
public record Runtimes(
    Containerd containerd,
    OtherRuntime crio,
    OtherRuntime docker,
    OtherRuntime criDockerd,
    List<String> sockets)
    implements FactsPart {
  public Runtimes {
    sockets = List.copyOf(sockets);
  }

  /** The same with another containerd. */
  public Runtimes withContainerd(Containerd containerd) {
    return new Runtimes(containerd, crio, docker, criDockerd, sockets);
  }

  /** The same with other CRI sockets. */
  public Runtimes withSockets(List<String> sockets) {
    return new Runtimes(containerd, crio, docker, criDockerd, sockets);
  }
}
