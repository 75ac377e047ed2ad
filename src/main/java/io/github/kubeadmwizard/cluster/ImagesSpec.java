package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where images come from.
 *
 * @param mirror the one that the user called by its name; what he says himself goes before it
 * @param own what the user says himself
 * @param registries how registries and mirrors are reached, by host and port, such as {@code
 *     10.0.0.1:5000}
 */
public record ImagesSpec(
    Optional<Mirror> mirror, Own own, SortedMap<String, RegistrySpec> registries)
    implements ClusterPart {
  private static final String OFFICIAL = "registry.k8s.io";

  /** The official registry, no mirrors. */
  public static final ImagesSpec DEFAULT = new ImagesSpec(OFFICIAL, new TreeMap<>());

  /**
   * Places as the cluster file has them.
   *
   * @param repository kubeadm's imageRepository; empty: the mirror's, else the official one
   * @param mirrors address by registry, such as {@code registry.k8s.io} to {@code
   *     http://10.0.0.1:5000}
   */
  public record Own(Optional<String> repository, SortedMap<String, String> mirrors) {
    /** None. */
    public static final Own NONE = new Own(Optional.empty(), new TreeMap<>());

    public Own {
      mirrors = Collections.unmodifiableSortedMap(new TreeMap<>(mirrors));
    }
  }

  /** The official repository is said only where it takes the place of a mirror's. */
  public ImagesSpec {
    registries = Collections.unmodifiableSortedMap(new TreeMap<>(registries));
    if (own.repository().filter(OFFICIAL::equals).isPresent()
        && mirror.flatMap(Mirror::repository).isEmpty()) {
      own = new Own(Optional.empty(), own.mirrors());
    }
  }

  /** Places of the user's own. */
  public ImagesSpec(
      String repository,
      SortedMap<String, String> mirrors,
      SortedMap<String, RegistrySpec> registries) {
    this(Optional.empty(), new Own(Optional.of(repository), mirrors), registries);
  }

  /** Registries that are all reached by https and without an account. */
  public ImagesSpec(String repository, SortedMap<String, String> mirrors) {
    this(repository, mirrors, new TreeMap<>());
  }

  /** The same from this mirror, or from none. */
  public ImagesSpec at(Optional<Mirror> other) {
    return new ImagesSpec(other, own, registries);
  }

  /** The same with another repository; empty: the mirror's, or the official one. */
  public ImagesSpec withRepository(Optional<String> other) {
    return new ImagesSpec(mirror, new Own(other, own.mirrors()), registries);
  }

  /** The same with other mirrors of the user's own. */
  public ImagesSpec withMirrors(SortedMap<String, String> others) {
    return new ImagesSpec(mirror, new Own(own.repository(), others), registries);
  }

  /** The same with registries reached in other ways. */
  public ImagesSpec withRegistries(SortedMap<String, RegistrySpec> others) {
    return new ImagesSpec(mirror, own, others);
  }

  /** kubeadm's imageRepository. */
  public String repository() {
    return own.repository().or(() -> mirror.flatMap(Mirror::repository)).orElse(OFFICIAL);
  }

  /** By registry, the address that is asked before it. */
  public SortedMap<String, String> mirrors() {
    var all = new TreeMap<String, String>();
    mirror.ifPresent(named -> all.putAll(named.proxies()));
    all.putAll(own.mirrors());
    return Collections.unmodifiableSortedMap(all);
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
