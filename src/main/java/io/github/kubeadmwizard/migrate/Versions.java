package io.github.kubeadmwizard.migrate;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Compares the tags of images by the numbers in them. */
final class Versions {
  private static final Pattern NUMBERED = Pattern.compile("v?\\d+(\\.\\d+)+.*");

  private Versions() {}

  /** Whether the first is a version before the second; false where it is none. */
  static boolean isOlder(String first, String second) {
    return NUMBERED.matcher(first).matches() && Arrays.compare(numbers(first), numbers(second)) < 0;
  }

  private static int[] numbers(String tag) {
    return Arrays.stream(tag.replaceFirst("^v", "").split("[^0-9]+"))
        .filter(part -> !part.isEmpty() && part.length() < 9)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
