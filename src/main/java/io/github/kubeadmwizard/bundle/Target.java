package io.github.kubeadmwizard.bundle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of machine.
 *
 * @param os distribution and its version, such as {@code debian-13} or {@code ubuntu-24.04}
 * @param architecture such as {@code amd64}
 */
public record Target(String os, String architecture) {
  private static final Pattern TEXT = Pattern.compile("([a-z][a-z_]*-[0-9][0-9.]*)/([a-z0-9]+)");

  /** As users write it: {@code debian-13/amd64}; empty if it is not that. */
  public static Optional<Target> parse(String text) {
    var found = TEXT.matcher(text.strip());
    return found.matches()
        ? Optional.of(new Target(found.group(1), found.group(2)))
        : Optional.empty();
  }

  /** Of what a machine says of itself; empty where it does not say all. */
  public static Optional<Target> of(
      Optional<String> id, Optional<String> version, Optional<String> architecture) {
    return id.isEmpty() || version.isEmpty() || architecture.isEmpty()
        ? Optional.empty()
        : parse(id.get() + "-" + version.get() + "/" + architecture.get());
  }

  /** The distribution, such as {@code debian}. */
  public String distribution() {
    return os.substring(0, os.lastIndexOf('-'));
  }

  /** Its version, such as {@code 13}. */
  public String version() {
    return os.substring(os.lastIndexOf('-') + 1);
  }

  @Override
  public String toString() {
    return os + "/" + architecture;
  }
}
