package io.github.kubeadmwizard.kubeadm.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words a misspelt one was meant to be. */
public final class Nearest {
  private static final int MOST = 4;

  private Nearest() {}

  /** The nearest known word, if it is near enough to be meant. */
  public static Optional<String> to(String word, Collection<String> known) {
    int limit = Math.clamp(word.length() / 3, 1, MOST);
    return known.stream()
        .filter(k -> distance(word, k) <= limit)
        .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k));
  }

  /** Edits (insert, delete, replace) between the two, without regard to case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
