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
 * @param registries how registries and mirrors are reached, by host and port, such as {@code
 *     10.0.0.1:5000}
 */
public record ImagesSpec(
    String repository,
    SortedMap<String, String> mirrors,
    SortedMap<String, RegistrySpec> registries)
    implements ClusterPart {

  /** The official registry, no mirrors. */
  public static final ImagesSpec DEFAULT = new ImagesSpec("registry.k8s.io", new TreeMap<>());

  public ImagesSpec {
    mirrors = Collections.unmodifiableSortedMap(new TreeMap<>(mirrors));
    registries = Collections.unmodifiableSortedMap(new TreeMap<>(registries));
  }

  /** Registries that are all reached by https and without an account. */
  public ImagesSpec(String repository, SortedMap<String, String> mirrors) {
    this(repository, mirrors, new TreeMap<>());
  }

  /** The same with another repository. */
  public ImagesSpec withRepository(String other) {
    return new ImagesSpec(other, mirrors, registries);
  }

  /** The same with other mirrors. */
  public ImagesSpec withMirrors(SortedMap<String, String> others) {
    return new ImagesSpec(repository, others, registries);
  }

  /** The same with registries reached in other ways. */
  public ImagesSpec withRegistries(SortedMap<String, RegistrySpec> others) {
    return new ImagesSpec(repository, mirrors, others);
  }

  /** How this registry or mirror is reached. */
  public RegistrySpec registry(String host) {
    return registries.getOrDefault(host, RegistrySpec.DEFAULT);
  }

  /** The host and port of a mirror's address, by which {@code registries} knows it. */
  public static String hostOf(String address) {
    String rest = address.replaceFirst("^[a-z]+://", "");
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }
}
