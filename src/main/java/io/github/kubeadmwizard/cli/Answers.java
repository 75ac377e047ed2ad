package io.github.kubeadmwizard.cli;

import java.util.Locale;
import java.util.Set;

/** What people type for yes and no, in both languages. */
final class Answers {
  private static final Set<String> YES = Set.of("yes", "y", "是");
  private static final Set<String> NO = Set.of("no", "n", "否", "");

  private Answers() {}

  static boolean isYes(String typed) {
    return YES.contains(plain(typed));
  }

  /** Nothing typed is a no. */
  static boolean isNo(String typed) {
    return NO.contains(plain(typed));
  }

  private static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
