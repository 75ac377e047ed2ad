package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * What Docker runs, and how it is set up.
 *
 * @param daemonJson text of /etc/docker/daemon.json, where there is one, without user names and
 *     passwords in addresses
 * @param running how many containers run in it
 * @param dockershim whether a socket of the dockershim is left, which Kubernetes had until 1.23
 */
public record DockerState(Optional<String> daemonJson, int running, boolean dockershim) {
  /** Nothing of it. */
  public static DockerState none() {
    return new DockerState(Optional.empty(), 0, false);
  }
}
