package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.kubeadm.tree.Overlay;
import io.github.kubeadmwizard.kubeadm.tree.TreeReader;
import io.github.kubeadmwizard.kubeadm.tree.Trees;
import java.util.Map;

/** Lays what the user wrote under {@code kubeadm:} over a document of ours. */
final class UserOverlay {
  private UserOverlay() {}

  /**
   * The document with the overlay.
   *
   * @param key of the cluster file, such as {@code initConfiguration}
   * @throws IllegalArgumentException where {@link OverlayCheck} would have refused the overlay
   */
  static <R extends Record> R lay(Class<R> kind, R ours, Map<String, Object> overlay, String key) {
    if (overlay.isEmpty()) {
      return ours;
    }
    var reader = new TreeReader();
    R result = reader.read(kind, Overlay.lay(Trees.of(ours), overlay), "kubeadm." + key);
    if (!reader.problems().isEmpty()) {
      throw new IllegalArgumentException(
          "the overlay was not checked: " + reader.problems().getFirst().path());
    }
    return result;
  }
}
