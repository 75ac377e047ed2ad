package io.github.kubeadmwizard.cli;

import java.util.Locale;

/** The language of the words: that of {@code --lang}, which has to be known before all else. */
final class Language {
  private static final String OPTION = "--lang";

  private Language() {}

  static Locale of(String[] args, Locale usual) {
    String wish = "";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        wish = args[i].substring(OPTION.length() + 1);
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        wish = args[i + 1];
      }
    }
    String language = wish.isEmpty() ? usual.getLanguage() : wish;
    return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }
}
