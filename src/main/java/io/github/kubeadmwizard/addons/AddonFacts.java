package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an add-on is made of and needs.
 *
 * @param name as its makers write it
 * @param kind where its key has several programs, which of them
 * @param manifests names in the catalogue of manifests, in the order in which they are applied
 * @param source where people read about it
 * @param retired the day since which nobody cares for it, if there is one
 * @param from the oldest minor of Kubernetes that upstream names
 * @param until the newest minor that upstream names
 * @param memoryMiB what its pods take on a small cluster, in MiB, whatever its size
 * @param diskMemoryMiB what they take more for each disk that they are given, in MiB
 * @param nodeMemoryMiB what it takes more on every node, in MiB
 * @param replicaMemoryMiB what it takes more for each replica that is chosen, in MiB
 * @param architectures that its images are built for, as Kubernetes names them
 * @param ports that it opens on the nodes, such as {@code 7946/udp}
 * @param modules of the kernel that every node loads for it
 * @param images by our own names, in place of upstream's moving tags
 */
public record AddonFacts(
    AddonSpec.Name key,
    String name,
    Optional<String> kind,
    List<String> manifests,
    URI source,
    Optional<String> retired,
    Optional<KubernetesVersion> from,
    Optional<KubernetesVersion> until,
    int memoryMiB,
    int diskMemoryMiB,
    int nodeMemoryMiB,
    int replicaMemoryMiB,
    List<String> architectures,
    List<String> ports,
    List<String> modules,
    Map<String, String> images) {
  public AddonFacts {
    manifests = List.copyOf(manifests);
    architectures = List.copyOf(architectures);
    ports = List.copyOf(ports);
    modules = List.copyOf(modules);
    images = Map.copyOf(images);
  }

  /** What its pods take on a cluster, besides what they do for disks, in MiB. */
  public int memoryMiB(ClusterSpec spec) {
    int replicas =
        spec.addons()
            .find(AddonSpec.Prometheus.class)
            .orElse(AddonSpec.Prometheus.DEFAULT)
            .replicas();
    return memoryMiB + nodeMemoryMiB * spec.hosts().size() + replicaMemoryMiB * replicas;
  }

  /** The version of the program, where its objects are made by this one. */
  public Optional<String> program() {
    return Optional.ofNullable(images.get("program"))
        .map(image -> image.substring(image.lastIndexOf(':') + 1));
  }

  /**
   * The image of this name.
   *
   * @throws IllegalStateException if the data has none
   */
  String image(String which) {
    String image = images.get(which);
    if (image == null) {
      throw new IllegalStateException("addons/catalogue.yaml lacks an image of " + name);
    }
    return image;
  }
}
