package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.assets.Assets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The suites of the distributions' archives, from {@code os/suites.txt}. */
final class Suites {
  /** A line of it. */
  record Suite(String distribution, String version, String name, List<String> components) {}

  private Suites() {}

  static List<Suite> all() {
    return Assets.text("os/suites.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.asList(line.split("\\s+", -1)))
        .map(words ->
            new Suite(words.get(0), words.get(1), words.get(2), words.subList(3, words.size())))
        .toList();
  }

  static Optional<Suite> of(String distribution, String version) {
    return all().stream()
        .filter(s -> s.distribution().equals(distribution) && s.version().equals(version))
        .findFirst();
  }
}
