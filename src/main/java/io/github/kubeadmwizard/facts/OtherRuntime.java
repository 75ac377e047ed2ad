package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * A container runtime other than containerd.
 *
 * @param program its binary, where there is one
 * @param service its unit
 * @param socket whether its socket exists
 */
public record OtherRuntime(Optional<Program> program, Service service, boolean socket) {

  /** Whether it is there at all. */
  public boolean isInstalled() {
    return program.isPresent() || service.loaded();
  }
}
