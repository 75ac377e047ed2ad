package io.github.kubeadmwizard.bundle;

/**
 * A version of a Debian package. Source: Debian Policy 5.6.12, Version.
 *
 * @param text such as {@code 1:1.8.11-2}
 */
record PackageVersion(String text) implements Comparable<PackageVersion> {

  /** Whether a full version is meant by a prefix: 1.36.4 means 1.36.4-1.1, 1.3 not 1.36.4. */
  static boolean isMeant(String version, String prefix) {
    String has = prefix.contains(":") ? version : version.replaceFirst("^\\d+:", "");
    return has.startsWith(prefix)
        && (has.length() == prefix.length() || !Character.isDigit(has.charAt(prefix.length())));
  }

  private long epoch() {
    int colon = text.indexOf(':');
    return colon < 0 ? 0 : Long.parseLong(text.substring(0, colon));
  }

  private String upstream() {
    String rest = text.substring(text.indexOf(':') + 1);
    int dash = rest.lastIndexOf('-');
    return dash < 0 ? rest : rest.substring(0, dash);
  }

  private String revision() {
    int dash = text.lastIndexOf('-');
    return dash < 0 ? "" : text.substring(dash + 1);
  }

  @Override
  public int compareTo(PackageVersion other) {
    int order = Long.compare(epoch(), other.epoch());
    order = order == 0 ? compare(upstream(), other.upstream()) : order;
    return order == 0 ? compare(revision(), other.revision()) : order;
  }

  /** By turns what is no digit and what is, from the left. */
  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      while ((i < a.length() && !isDigit(a, i)) || (j < b.length() && !isDigit(b, j))) {
        int order = Integer.compare(weight(a, i), weight(b, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int endA = digits(a, i);
      int endB = digits(b, j);
      int order = compareNumbers(a.substring(Math.min(i, endA), endA), b.substring(j, endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    return 0;
  }

  private static int compareNumbers(String a, String b) {
    String one = a.replaceFirst("^0+", "");
    String two = b.replaceFirst("^0+", "");
    int order = Integer.compare(one.length(), two.length());
    return order == 0 ? one.compareTo(two) : order;
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Where the digits that begin here end. */
  private static int digits(String text, int from) {
    int at = Math.min(from, text.length());
    while (at < text.length() && isDigit(text, at)) {
      at++;
    }
    return at;
  }

  /** A tilde sorts before the end, letters before all else. */
  private static int weight(String text, int at) {
    if (at >= text.length() || isDigit(text, at)) {
      return 0;
    }
    char c = text.charAt(at);
    return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
  }
}
