package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Images that pods run, by the nodes on which these pods may land.
 *
 * @param anywhere beside a control plane, too
 * @param ordinary only where ordinary pods go
 */
public record PodImages(List<String> anywhere, List<String> ordinary) {
  /** Nothing runs. */
  public static final PodImages NONE = new PodImages(List.of(), List.of());

  public PodImages {
    anywhere = anywhere.stream().distinct().toList();
    ordinary = without(ordinary, anywhere);
  }

  private static List<String> without(List<String> images, Collection<String> others) {
    return images.stream().distinct().filter(image -> !others.contains(image)).toList();
  }

  /** Those of a manifest's pods. */
  public static PodImages of(Manifest manifest) {
    return new PodImages(manifest.imagesOnControlPlanes(), manifest.images());
  }

  /** Those of both. */
  public PodImages and(PodImages other) {
    return new PodImages(
        Stream.concat(anywhere.stream(), other.anywhere.stream()).toList(),
        Stream.concat(ordinary.stream(), other.ordinary.stream()).toList());
  }

  /**
   * Those that a node may have to run.
   *
   * @param takesOrdinaryPods whether it bears no control plane's taint
   */
  public List<String> on(boolean takesOrdinaryPods) {
    return takesOrdinaryPods
        ? Stream.concat(anywhere.stream(), ordinary.stream()).toList()
        : anywhere;
  }
}
