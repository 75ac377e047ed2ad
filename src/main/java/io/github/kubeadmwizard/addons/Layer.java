package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import java.util.List;

/**
 * Objects that are applied together.
 *
 * @param name for the user and the ledger, such as {@code calico}; lower-case letters and dashes
 * @param text the documents
 * @param images what their pods run
 * @param later what they start on some node when the network works
 */
public record Layer(String name, String text, List<String> images, List<String> later) {
  public Layer {
    images = List.copyOf(images);
    later = List.copyOf(later);
  }

  /** One whose pods start no others. */
  public Layer(String name, String text, List<String> images) {
    this(name, text, images, List.of());
  }

  /** A manifest as it stands now, with a word on whose it is. */
  static Layer of(String name, Manifest manifest) {
    return new Layer(
        name,
        manifest.text(manifest.name() + ", fitted to this cluster by Kubeadm Wizard."),
        manifest.images());
  }
}
