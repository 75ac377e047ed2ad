package io.github.kubeadmwizard.cluster;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where packages come from; empty parts mean the official places.
 *
 * @param mirror the one that the user called by its name; what he says himself goes before it
 * @param own the addresses that the user says himself
 * @param bundle directory of a bundle on this machine, out of which everything comes, images too;
 *     empty: the hosts fetch it themselves
 */
public record PackagesSpec(Optional<Mirror> mirror, Own own, Optional<String> bundle)
    implements ClusterPart {

  /** The official places. */
  public static final PackagesSpec DEFAULT =
      new PackagesSpec(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Addresses as the cluster file has them.
   *
   * @param kubernetes base to which {@code /v1.36/deb/} or {@code /v1.36/rpm/} is added
   * @param docker base of Docker's repository ({@code …/linux/debian} is added)
   * @param crio base to which {@code /v1.36/deb/} or {@code /v1.36/rpm/} is added, for CRI-O
   * @param binaries base for files instead of packages, by upstream's own paths, with checksums
   */
  public record Own(
      Optional<String> kubernetes,
      Optional<String> docker,
      Optional<String> crio,
      Optional<String> binaries) {
    /** None. */
    public static final Own NONE =
        new Own(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Own addresses, or the official ones, and perhaps a bundle. */
  public PackagesSpec(
      Optional<String> kubernetes,
      Optional<String> docker,
      Optional<String> crio,
      Optional<String> binaries,
      Optional<String> bundle) {
    this(Optional.empty(), new Own(kubernetes, docker, crio, binaries), bundle);
  }

  /** Places that the hosts reach, and the official one of CRI-O. */
  public PackagesSpec(
      Optional<String> kubernetes, Optional<String> docker, Optional<String> binaries) {
    this(kubernetes, docker, Optional.empty(), binaries, Optional.empty());
  }

  /** The same out of this bundle, or out of none. */
  public PackagesSpec from(Optional<String> other) {
    return new PackagesSpec(mirror, own, other);
  }

  /** The same from this mirror, or from none. */
  public PackagesSpec at(Optional<Mirror> other) {
    return new PackagesSpec(other, own, bundle);
  }

  /** The same with other addresses of the user's own. */
  public PackagesSpec with(Own other) {
    return new PackagesSpec(mirror, other, bundle);
  }

  /** The base of Kubernetes' packages; empty: upstream's. */
  public Optional<String> kubernetes() {
    return own.kubernetes().or(() -> mirrored(Mirror.Packages::kubernetes));
  }

  /** The base of Docker's packages; empty: upstream's. */
  public Optional<String> docker() {
    return own.docker().or(() -> mirrored(Mirror.Packages::docker));
  }

  /** The base of CRI-O's packages; empty: upstream's. */
  public Optional<String> crio() {
    return own.crio().or(() -> mirrored(Mirror.Packages::crio));
  }

  /** The base of files that come instead of packages; no mirror brings that about by its name. */
  public Optional<String> binaries() {
    return own.binaries();
  }

  private Optional<String> mirrored(Function<Mirror.Packages, Optional<String>> part) {
    return mirror.map(Mirror::packages).flatMap(part);
  }
}
