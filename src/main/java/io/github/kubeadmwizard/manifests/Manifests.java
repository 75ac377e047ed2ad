package io.github.kubeadmwizard.manifests;

import java.util.Map;

/**
 * The manifests that a plan stands on, fetched before it is made, so that making it asks nobody.
 *
 * @param byName the key is {@link ManifestWish#name}
 */
public record Manifests(Map<String, Manifest> byName) {
  /** For a plan that needs none. */
  public static final Manifests NONE = new Manifests(Map.of());

  public Manifests {
    byName = Map.copyOf(byName);
  }

  /**
   * The manifest of this name.
   *
   * @throws IllegalArgumentException if it was not fetched
   */
  public Manifest of(String name) {
    Manifest found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the manifest was not fetched: " + name);
    }
    return found;
  }
}
