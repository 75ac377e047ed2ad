package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An add-on of a cluster, ready to be installed or taken away.
 *
 * @param stages in order
 * @param uses what keeps it from being taken away
 * @param proof how its storage is proven, where it brings some
 */
public record PreparedAddon(
    AddonSpec.Name key,
    String name,
    List<AddonStage> stages,
    List<Use> uses,
    Optional<StorageProof> proof) {
  public PreparedAddon {
    stages = List.copyOf(stages);
    uses = List.copyOf(uses);
  }

  /** All at once, with nothing that keeps it, and nothing to prove but that it runs. */
  static PreparedAddon of(AddonFacts facts, String id, Manifest objects, List<Awaited> awaited) {
    var stage = new AddonStage(id, facts.name(), objects, awaited);
    return new PreparedAddon(
        facts.key(), facts.name(), List.of(stage), List.of(), Optional.empty());
  }

  /**
   * Objects of others that need the add-on.
   *
   * @param kind as kubectl is asked for it
   * @param path of kubectl's jsonpath, within an object
   * @param value which it has there if it needs the add-on
   */
  public record Use(String kind, String path, String value) {
    /** The same for the script {@code addon-remove.sh}. */
    public String line() {
      return String.join("|", kind, path, value);
    }
  }

  /**
   * A volume of this class is claimed, written and read.
   *
   * @param image with a shell
   * @param everywhere whether its volumes can be read from another node than they were written on
   * @param onControlPlanes whether pods beside a control plane can use them, too
   */
  public record StorageProof(
      String storageClass, String image, boolean everywhere, boolean onControlPlanes) {
    PodImages images() {
      return onControlPlanes
          ? new PodImages(List.of(image), List.of())
          : new PodImages(List.of(), List.of(image));
    }
  }

  /** Whether disks of hosts are lost to it. */
  public boolean takesDisks() {
    return stages.stream().anyMatch(AddonStage::takesDisks);
  }

  /** The stages before the one that takes disks; none where none does. */
  public List<AddonStage> beforeDisks() {
    return takesDisks()
        ? stages.stream().takeWhile(stage -> !stage.takesDisks()).toList()
        : List.of();
  }

  /** The stages from the one on that takes disks; all where none does. */
  public List<AddonStage> fromDisks() {
    return stages.subList(beforeDisks().size(), stages.size());
  }

  /** All that its pods run, and the one that proves its storage. */
  public PodImages images() {
    PodImages run = stages.stream().map(AddonStage::images).reduce(PodImages.NONE, PodImages::and);
    return run.and(proof.map(StorageProof::images).orElse(PodImages.NONE));
  }

  /** Every object that goes with it, the last first. */
  public Manifest backwards() {
    var objects = new ArrayList<Map<String, Object>>();
    stages.forEach(stage -> objects.addAll(stage.objects().objects()));
    objects.removeIf(PreparedAddon::isOfOthersToo);
    return new Manifest(name, objects.reversed());
  }

  /** The Gateway API is one of several programs' that may stand on the cluster side by side. */
  private static boolean isOfOthersToo(Map<String, Object> object) {
    return ObjectName.of(object)
        .filter(name -> name.name().endsWith(".gateway.networking.k8s.io"))
        .isPresent();
  }
}
