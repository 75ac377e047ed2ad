package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * A part of a {@link ClusterSpec} that cannot be, though each value by itself could.
 *
 * @param path the key's path in the cluster file, such as {@code hosts[1].name}
 * @param what what is wrong
 * @param allowed what is possible instead
 * @param meant the value that was probably meant
 */
public record BrokenRule(String path, Message what, Message allowed, Optional<String> meant) {

  static BrokenRule of(String path, Message what, Message allowed) {
    return new BrokenRule(path, what, allowed, Optional.empty());
  }
}
