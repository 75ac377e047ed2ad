package io.github.kubeadmwizard.manifests;

import java.util.Optional;

/**
 * An image's name in its parts, with what short names leave out. Source: the distribution project's
 * reference package, as containerd and Docker use it.
 *
 * @param registry such as {@code registry.k8s.io}
 * @param repository such as {@code coredns/coredns}
 * @param tag absent where only a digest was given
 * @param digest {@code sha256:…}
 */
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<String> digest) {
  private static final String DOCKER = "docker.io";

  /** The whole name of an image that is meant by this one: {@code nginx:1} is Docker's. */
  public static String whole(String name) {
    return parse(name).toString();
  }

  /** What a name means, whether it is short or whole. */
  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    String rest = at < 0 ? text : text.substring(0, at);
    int colon = rest.lastIndexOf(':');
    boolean tagged = colon > rest.lastIndexOf('/');
    Optional<String> tag =
        tagged
            ? Optional.of(rest.substring(colon + 1))
            : digest.isPresent() ? Optional.empty() : Optional.of("latest");
    String path = tagged ? rest.substring(0, colon) : rest;
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
    String registry = hasRegistry ? first : DOCKER;
    String repository = hasRegistry ? path.substring(slash + 1) : path;
    if (registry.equals(DOCKER) && !repository.contains("/")) {
      repository = "library/" + repository;
    }
    return new ImageReference(registry, repository, tag, digest);
  }

  /** What a registry is asked for. */
  public String wanted() {
    return digest.or(() -> tag).orElse("latest");
  }

  /** The whole name, as a runtime keeps it. */
  @Override
  public String toString() {
    return registry
        + "/"
        + repository
        + digest.map(d -> "@" + d).orElseGet(() -> tag.map(t -> ":" + t).orElse(""));
  }
}
