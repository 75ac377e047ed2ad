package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import java.util.List;

/**
 * Objects that are applied together, and what is awaited before the next are.
 *
 * @param id of lower-case letters, digits and dashes; once in an add-on
 * @param name for the user
 * @param takesDisks whether disks of hosts are lost to it: they are proven blank right before
 * @param uses what keeps this stage from being taken away, besides what keeps the whole
 */
public record AddonStage(
    String id,
    String name,
    Manifest objects,
    List<Awaited> awaited,
    boolean takesDisks,
    List<PreparedAddon.Use> uses) {
  public AddonStage {
    awaited = List.copyOf(awaited);
    uses = List.copyOf(uses);
  }

  /** One that takes no disk and that nothing keeps. */
  public AddonStage(String id, String name, Manifest objects, List<Awaited> awaited) {
    this(id, name, objects, awaited, false, List.of());
  }

  /** The same, to which disks are lost. */
  AddonStage takingDisks() {
    return new AddonStage(id, name, objects, awaited, true, uses);
  }

  /** The same, kept by these. */
  AddonStage keptBy(List<PreparedAddon.Use> others) {
    return new AddonStage(id, name, objects, awaited, takesDisks, others);
  }

  /** Its objects, the last first. */
  public Manifest backwards() {
    return new Manifest(name, objects.objects().reversed());
  }
}
