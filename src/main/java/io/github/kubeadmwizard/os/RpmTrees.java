package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.assets.Assets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the repositories of RPM distributions lie, from {@code os/rpm-trees.txt}. */
final class RpmTrees {
  /**
   * A line of it.
   *
   * @param major of the distribution's version
   * @param paths below the address of its archive, with the variables of dnf
   */
  record Tree(String distribution, String major, List<String> paths) {}

  private RpmTrees() {}

  static List<Tree> all() {
    return Assets.text("os/rpm-trees.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.asList(line.split("\\s+", -1)))
        .map(words -> new Tree(words.get(0), words.get(1), words.subList(2, words.size())))
        .toList();
  }

  /** By the version in full, such as 9.6. */
  static Optional<Tree> of(String distribution, String version) {
    String major = version.replaceFirst("\\..*$", "");
    return all().stream()
        .filter(t -> t.distribution().equals(distribution) && t.major().equals(major))
        .findFirst();
  }
}
