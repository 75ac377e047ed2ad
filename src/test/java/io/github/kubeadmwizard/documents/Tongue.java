package io.github.kubeadmwizard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A language of the documentation. */
public enum Tongue {
  ENGLISH(Locale.ENGLISH, Path.of("docs")),
  CHINESE(Locale.SIMPLIFIED_CHINESE, Path.of("docs", "zh_CN"));

  private final Locale locale;
  private final Path directory;

  Tongue(Locale locale, Path directory) {
    this.locale = locale;
    this.directory = directory;
  }

  /** The sentence in this language, fit for a cell of a table. */
  public String say(Message message) {
    return new Words(locale).say(message).replace("|", "\\|");
  }

  /** The one of two texts that is in this language. */
  public String pick(String english, String chinese) {
    return this == ENGLISH ? english : chinese;
  }

  /** A file of the documentation in this language. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * A page that is made from the code must be what was made last; with {@code -Ddocs.write=true} it
   * is written anew.
   */
  public void mustBe(String name, String text) throws IOException {
    Path file = file(name);
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("run this test with -Ddocs.write=true")
        .isEqualTo(text);
  }
}
