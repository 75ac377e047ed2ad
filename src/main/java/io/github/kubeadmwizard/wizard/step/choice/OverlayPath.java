package io.github.kubeadmwizard.wizard.step.choice;

import java.util.List;

/**
 * A place in one of kubeadm's documents.
 *
 * @param document the cluster file's key of it, such as {@code clusterConfiguration}
 * @param keys from its root, at least one
 */
public record OverlayPath(String document, List<String> keys) {
  public OverlayPath {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a place has a key");
    }
  }

  /** The place that is written {@code clusterConfiguration.apiServer.certSANs}. */
  public static OverlayPath of(String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    return new OverlayPath(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /** As the messages on overlays name it. */
  public String text() {
    return "kubeadm." + document + "." + String.join(".", keys);
  }
}
