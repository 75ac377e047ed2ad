package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.LocalName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The mirrors that a cluster file may name; data, so that another one arrives without code.
 *
 * @param all in the order in which they are offered
 */
public record Mirrors(List<Mirror> all) {
  /** Where the program keeps them among its assets. */
  public static final String ASSET = "mirrors.yaml";

  public Mirrors {
    all = List.copyOf(all);
  }

  /**
   * Reads them out of a file's tree.
   *
   * @throws IllegalArgumentException where a mirror lacks its id or its name
   */
  public static Mirrors of(Map<String, Object> tree) {
    return new Mirrors(
        ((List<?>) tree.getOrDefault("mirrors", List.of()))
            .stream().map(one -> mirror((Map<?, ?>) one)).toList());
  }

  private static Mirror mirror(Map<?, ?> tree) {
    Map<?, ?> packages = inner(tree, "packages");
    Map<?, ?> images = inner(tree, "images");
    return new Mirror(
        text(tree, "id").orElseThrow(() -> new IllegalArgumentException("a mirror needs its id")),
        new LocalName(texts(inner(tree, "name"))),
        new Mirror.Packages(
            text(packages, "kubernetes"), text(packages, "docker"), text(packages, "crio")),
        text(images, "repository"),
        new TreeMap<>(texts(inner(images, "proxies"))));
  }

  private static Map<?, ?> inner(Map<?, ?> tree, String key) {
    return tree.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  private static Optional<String> text(Map<?, ?> tree, String key) {
    return Optional.ofNullable(tree.get(key)).map(Object::toString);
  }

  private static Map<String, String> texts(Map<?, ?> tree) {
    return tree.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().toString()));
  }

  /** Those with packages. */
  public List<Mirror> ofPackages() {
    return all.stream().filter(Mirror::hasPackages).toList();
  }

  /** Those with images. */
  public List<Mirror> ofImages() {
    return all.stream().filter(Mirror::hasImages).toList();
  }

  /** The one whose images have exactly this repository. */
  public Optional<Mirror> withRepository(String repository) {
    return first(mirror -> mirror.repository().filter(repository::equals).isPresent());
  }

  /** The one that has its images side by side at this address, none of them by upstream's path. */
  public Optional<Mirror> flatAt(String address) {
    String host = ImagesSpec.hostOf(address);
    return first(m -> m.repository().map(ImagesSpec::hostOf).filter(host::equals).isPresent());
  }

  private Optional<Mirror> first(Predicate<Mirror> condition) {
    return all.stream().filter(condition).findFirst();
  }
}
