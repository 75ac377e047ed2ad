package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;

/** How a host of the fleet stands. */
public sealed interface HostState {

  /** Which host. */
  HostName host();

  /** Scripts can run on it. */
  record Connected(HostName host) implements HostState {}

  /**
   * It is not there for us.
   *
   * @param identity whether its identity was not accepted
   */
  record Refused(HostName host, Problem problem, boolean identity) implements HostState {}
}
