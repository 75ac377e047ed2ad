package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * containerd and how it is set up.
 *
 * @param program its binary; version such as 2.3.7
 * @param service its unit
 * @param socket whether /run/containerd/containerd.sock exists
 * @param config what its configuration says
 */
public record Containerd(
    Optional<Program> program, Service service, boolean socket, ContainerdConfig config) {

  /** Whether it is there at all. */
  public boolean isInstalled() {
    return program.isPresent() || service.loaded();
  }
}
