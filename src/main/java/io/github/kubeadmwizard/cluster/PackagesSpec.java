package io.github.kubeadmwizard.cluster;

import java.util.Optional;

/**
 * Where packages come from; empty parts mean the official places.
 *
 * @param kubernetes base to which {@code /v1.36/deb/} or {@code /v1.36/rpm/} is added
 * @param docker base of Docker's repository ({@code …/linux/debian} is added)
 * @param crio base to which {@code /v1.36/deb/} or {@code /v1.36/rpm/} is added, for CRI-O
 * @param binaries base for files instead of packages, by upstream's own paths, with checksums
 * @param bundle directory of a bundle on this machine, out of which everything comes, images too;
 *     empty: the hosts fetch it themselves
 */
public record PackagesSpec(
    Optional<String> kubernetes,
    Optional<String> docker,
    Optional<String> crio,
    Optional<String> binaries,
    Optional<String> bundle)
    implements ClusterPart {

  /** The official places. */
  public static final PackagesSpec DEFAULT =
      new PackagesSpec(Optional.empty(), Optional.empty(), Optional.empty());

  /** Places that the hosts reach, and the official one of CRI-O. */
  public PackagesSpec(
      Optional<String> kubernetes, Optional<String> docker, Optional<String> binaries) {
    this(kubernetes, docker, Optional.empty(), binaries, Optional.empty());
  }

  /** The same out of this bundle, or out of none. */
  public PackagesSpec from(Optional<String> other) {
    return new PackagesSpec(kubernetes, docker, crio, binaries, other);
  }
}
