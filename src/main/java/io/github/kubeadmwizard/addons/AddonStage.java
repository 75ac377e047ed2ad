package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import java.util.List;

/**
 * Objects that are applied together, and what is awaited before the next are.
 *
 * @param id of lower-case letters, digits and dashes; once in an add-on
 * @param name for the user
 */
public record AddonStage(String id, String name, Manifest objects, List<Awaited> awaited) {
  public AddonStage {
    awaited = List.copyOf(awaited);
  }
}
