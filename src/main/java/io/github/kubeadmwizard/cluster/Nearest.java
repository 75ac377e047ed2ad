package io.github.kubeadmwizard.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody meant who misspelt a word. */
public final class Nearest {
  private static final int MOST = 4;

  private Nearest() {}

  /**
   * The known word that is a few slips of the fingers away (a letter more, less, other, or two in
   * the wrong order); case, hyphens and underscores do not count. Empty where none is near.
   */
  public static Optional<String> to(String written, Collection<String> known) {
    var plain = plain(written);
    int most = Math.clamp(plain.length() / 3, 1, MOST); // a long word of another sense is not meant
    return known.stream()
        .filter(word -> distance(plain, plain(word)) <= most)
        .min(Comparator.comparingInt(word -> distance(plain, plain(word))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + other);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
