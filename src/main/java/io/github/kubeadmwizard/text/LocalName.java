package io.github.kubeadmwizard.text;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A name that data brings in more than one language; like a {@link Message}, its language is chosen
 * only where it is shown.
 *
 * @param byLanguage by {@code en}, {@code zh_CN}; English is always there
 */
public record LocalName(Map<String, String> byLanguage) {
  private static final String ENGLISH = "en";

  public LocalName {
    byLanguage = Map.copyOf(byLanguage);
    if (byLanguage.getOrDefault(ENGLISH, "").isBlank()) {
      throw new IllegalArgumentException("a name needs its English: " + byLanguage);
    }
  }

  /** The name in this language, else in English. */
  public String in(Locale locale) {
    return byLanguage.getOrDefault(locale.toString(), toString());
  }

  /** In English, as logs have it. */
  @Override
  public String toString() {
    return Objects.requireNonNull(byLanguage.get(ENGLISH));
  }
}
