package io.github.kubeadmwizard.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The leading numbers of a version such as {@code 1.7.24~ds1} or {@code v2.3.7}. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile("v?(?:\\d+:)?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?.*");

  /** Reads it; what is not a version is 0.0.0. */
  static Version of(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? new Version(number(form.group(1)), number(form.group(2)), number(form.group(3)))
        : new Version(0, 0, 0);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }

  boolean isOfLine(Version other) {
    return major == other.major && minor == other.minor;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }
}
