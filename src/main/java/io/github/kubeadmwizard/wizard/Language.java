package io.github.kubeadmwizard.wizard;

import java.util.Locale;

/** A language that the window speaks. */
public enum Language {
  ENGLISH("English", Locale.ENGLISH),
  CHINESE("简体中文", Locale.SIMPLIFIED_CHINESE);

  private final String ownName;
  private final Locale locale;

  Language(String ownName, Locale locale) {
    this.ownName = ownName;
    this.locale = locale;
  }

  /** What it calls itself. */
  public String ownName() {
    return ownName;
  }

  /** For words, numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /** The one that fits a system's language. */
  public static Language of(Locale system) {
    return system.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }
}
