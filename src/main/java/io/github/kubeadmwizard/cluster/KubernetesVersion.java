package io.github.kubeadmwizard.cluster;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A Kubernetes version as the user wishes it.
 *
 * @param major 1
 * @param minor such as 36
 * @param patch such as 4; empty: the newest that the package source has
 */
public record KubernetesVersion(int major, int minor, OptionalInt patch)
    implements Comparable<KubernetesVersion> {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,2})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");

  /**
   * Reads {@code 1.36}, {@code 1.36.4} or {@code v1.36.4}.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static KubernetesVersion parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a Kubernetes version: " + text);
    }
    var patch =
        form.group(3) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(form.group(3)));
    return new KubernetesVersion(
        Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), patch);
  }

  /** The minor as {@code 1.36}. */
  public String minorText() {
    return major + "." + minor;
  }

  /** Whether the patch is said. */
  public boolean isFull() {
    return patch.isPresent();
  }

  /** Whether this is of that minor, or later. */
  public boolean atLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch.orElse(-1), other.patch.orElse(-1));
  }

  /** As {@code 1.36} or {@code 1.36.4}, without a leading v. */
  @Override
  public String toString() {
    return patch.isPresent() ? minorText() + "." + patch.getAsInt() : minorText();
  }
}
