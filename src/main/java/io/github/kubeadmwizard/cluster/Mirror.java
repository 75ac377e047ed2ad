package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.LocalName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mirror that a cluster file calls by its name. The file keeps the name; {@link PackagesSpec} and
 * {@link ImagesSpec} say what it means, so that nobody else has to know that there was one.
 *
 * @param id as the file has it
 * @param name as people read it
 * @param repository kubeadm's imageRepository, where its images have names of their own, side by
 *     side
 * @param proxies by registry, an address with its images under upstream's paths
 */
public record Mirror(
    String id,
    LocalName name,
    Packages packages,
    Optional<String> repository,
    SortedMap<String, String> proxies) {

  public Mirror {
    proxies = Collections.unmodifiableSortedMap(new TreeMap<>(proxies));
  }

  /** The bases of its packages, each as the key of the same name in the cluster file takes it. */
  public record Packages(
      Optional<String> kubernetes, Optional<String> docker, Optional<String> crio) {
    /** It has none. */
    public static final Packages NONE =
        new Packages(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it has packages. */
  public boolean hasPackages() {
    return !packages.equals(Packages.NONE);
  }

  /** Whether it has images. */
  public boolean hasImages() {
    return repository.isPresent() || !proxies.isEmpty();
  }
}
