package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects that are applied together, and what is awaited before the next are.
 *
 * @param id of lower-case letters, digits and dashes; once in an add-on
 * @param name for the user
 * @param takesDisks whether disks of hosts are lost to it: they are proven blank right before
 * @param uses what keeps this stage from being taken away, besides what keeps the whole
 * @param claims which of its objects may be somebody else's: then they are neither applied nor
 *     taken away
 * @param generated what its pods need besides the objects
 * @param leftBehind what programs make and nobody takes away with them; only to be removed
 * @param started images of pods that its programs start, which no pod of these objects names
 */
public record AddonStage(
    String id,
    String name,
    Manifest objects,
    List<Awaited> awaited,
    boolean takesDisks,
    List<PreparedAddon.Use> uses,
    List<Claim> claims,
    Optional<Generated> generated,
    List<Map<String, Object>> leftBehind,
    PodImages started) {
  public AddonStage {
    awaited = List.copyOf(awaited);
    uses = List.copyOf(uses);
    claims = List.copyOf(claims);
    leftBehind = List.copyOf(leftBehind);
  }

  /** One that takes no disk and that nothing keeps. */
  public AddonStage(String id, String name, Manifest objects, List<Awaited> awaited) {
    this(
        id,
        name,
        objects,
        awaited,
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        PodImages.NONE);
  }

  /** The same with these in place of its objects. */
  AddonStage with(Manifest others) {
    return new AddonStage(
        id, name, others, awaited, takesDisks, uses, claims, generated, leftBehind, started);
  }

  /** The same, to which disks are lost. */
  AddonStage takingDisks() {
    return new AddonStage(
        id, name, objects, awaited, true, uses, claims, generated, leftBehind, started);
  }

  /** The same, kept by these. */
  AddonStage keptBy(List<PreparedAddon.Use> others) {
    return new AddonStage(
        id, name, objects, awaited, takesDisks, others, claims, generated, leftBehind, started);
  }

  /** The same, with objects that others may have. */
  AddonStage claiming(Claim... ours) {
    return new AddonStage(
        id,
        name,
        objects,
        awaited,
        takesDisks,
        uses,
        List.of(ours),
        generated,
        leftBehind,
        started);
  }

  /** The same, whose pods need this. */
  AddonStage with(Generated needed) {
    return new AddonStage(
        id,
        name,
        objects,
        awaited,
        takesDisks,
        uses,
        claims,
        Optional.of(needed),
        leftBehind,
        started);
  }

  /** The same, after which this is left behind. */
  AddonStage leaving(KubeObject made) {
    return new AddonStage(
        id,
        name,
        objects,
        awaited,
        takesDisks,
        uses,
        claims,
        generated,
        List.of(made.tree()),
        started);
  }

  /** The same, whose programs start pods with these images. */
  AddonStage starting(PodImages images) {
    return new AddonStage(
        id, name, objects, awaited, takesDisks, uses, claims, generated, leftBehind, images);
  }

  /** What its pods run, and those that these start. */
  public PodImages images() {
    return PodImages.of(objects).and(started);
  }

  /** Its objects, the last first, and what is left of it then. */
  public Manifest backwards() {
    var reversed = objects.objects().reversed().stream();
    return new Manifest(name, Stream.concat(reversed, leftBehind.stream()).toList());
  }
}
