package io.github.kubeadmwizard.bundle;

import java.util.regex.Pattern;

/**
 * A version of an RPM package. Source: rpm-version(7), and rpmvercmp of rpm itself.
 *
 * @param epoch 0 where none is said
 * @param release empty in a dependency that does not care
 */
record RpmVersion(long epoch, String version, String release) implements Comparable<RpmVersion> {
  private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+|~|\\^");

  /** As dependencies within expressions have it: {@code epoch:version-release}. */
  static RpmVersion parse(String text) {
    int colon = text.indexOf(':');
    String epoch = colon > 0 ? text.substring(0, colon) : "0";
    String rest = text.substring(colon + 1);
    int dash = rest.lastIndexOf('-');
    return new RpmVersion(
        epoch.matches("\\d{1,9}") ? Long.parseLong(epoch) : 0,
        dash < 0 ? rest : rest.substring(0, dash),
        dash < 0 ? "" : rest.substring(dash + 1));
  }

  @Override
  public int compareTo(RpmVersion other) {
    int order = Long.compare(epoch, other.epoch);
    order = order == 0 ? compare(version, other.version) : order;
    boolean both = !release.isEmpty() && !other.release.isEmpty();
    return order == 0 && both ? compare(release, other.release) : order;
  }

  /** Part by part: digits as numbers, a tilde before the end, a caret after it, digits last. */
  private static int compare(String a, String b) {
    var mine = PART.matcher(a);
    var others = PART.matcher(b);
    while (true) {
      String x = mine.find() ? mine.group() : "";
      String y = others.find() ? others.group() : "";
      if (x.isEmpty() && y.isEmpty()) {
        return 0;
      }
      int order = Integer.compare(rank(x), rank(y));
      if (order == 0) {
        order = rank(x) == NUMBER ? compareNumbers(x, y) : x.compareTo(y);
      }
      if (order != 0) {
        return order;
      }
    }
  }

  private static final int NUMBER = 4;

  private static int rank(String part) {
    if (part.isEmpty()) {
      return 1;
    }
    return switch (part.charAt(0)) {
      case '~' -> 0;
      case '^' -> 2;
      default -> Character.isDigit(part.charAt(0)) ? NUMBER : 3;
    };
  }

  private static int compareNumbers(String a, String b) {
    String one = a.replaceFirst("^0+", "");
    String two = b.replaceFirst("^0+", "");
    int order = Integer.compare(one.length(), two.length());
    return order == 0 ? one.compareTo(two) : order;
  }

  @Override
  public String toString() {
    return (epoch == 0 ? "" : epoch + ":") + version + (release.isEmpty() ? "" : "-" + release);
  }
}
