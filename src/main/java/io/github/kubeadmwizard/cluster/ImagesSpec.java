package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where images come from.
 *
 * @param repository kubeadm's imageRepository
 * @param mirrors address by registry, such as {@code registry.k8s.io} to {@code
 *     http://10.0.0.1:5000}
 */
public record ImagesSpec(String repository, SortedMap<String, String> mirrors)
    implements ClusterPart {

  /** The official registry, no mirrors. */
  public static final ImagesSpec DEFAULT = new ImagesSpec("registry.k8s.io", new TreeMap<>());

  public ImagesSpec {
    mirrors = Collections.unmodifiableSortedMap(new TreeMap<>(mirrors));
  }
}
