package io.github.kubeadmwizard.engine;

import java.util.List;
import java.util.Optional;

/**
 * A part of a repository of Debian packages that lies on the host.
 *
 * @param folder absolute, what its address was upstream
 * @param suite such as {@code trixie}; {@code /} for a flat one
 * @param components none for a flat one
 * @param key file of the key that it is signed by; empty: the keys by which the host trusts its own
 *     sources
 */
public record PackageFolder(
    String folder, String suite, List<String> components, Optional<String> key) {
  public PackageFolder {
    components = List.copyOf(components);
  }
}
