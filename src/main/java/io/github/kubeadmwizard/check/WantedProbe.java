package io.github.kubeadmwizard.check;

/**
 * An address that a host is to try, since the plan will need it.
 *
 * @param name what the user knows it by, such as {@code registry.k8s.io}; of an image its whole
 *     name
 * @param target what to fetch, or host:port; also how its answer is found again among the facts
 */
public record WantedProbe(Kind kind, String name, String target) {

  /** What it gives. */
  public enum Kind {
    /** Images. */
    REGISTRY,
    /** One image by its tag; asked from the host where the cluster is made, and no other. */
    IMAGE,
    /** Packages. */
    PACKAGES,
    /** Volumes. */
    VOLUMES
  }
}
