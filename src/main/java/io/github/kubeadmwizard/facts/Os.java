package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * The distribution, from os-release(5).
 *
 * @param kind {@code uname -s}, such as Linux; empty where unknown
 * @param id such as debian, ubuntu, rocky
 * @param idLike what it descends from, nearest first
 * @param versionId such as 13 or 9.6
 * @param codename such as trixie
 * @param prettyName for people
 */
public record Os(
    Optional<String> kind,
    Optional<String> id,
    List<String> idLike,
    Optional<String> versionId,
    Optional<String> codename,
    Optional<String> prettyName)
    implements FactsPart {
  public Os {
    idLike = List.copyOf(idLike);
  }

  /** Whether the kernel calls itself Linux. */
  public boolean isLinux() {
    return kind.filter("Linux"::equals).isPresent();
  }

  /** Whether this is that distribution or descends from it. */
  public boolean isLike(String distribution) {
    return id.filter(distribution::equals).isPresent() || idLike.contains(distribution);
  }
}
