package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Locale;

/** Messages as an English reader sees them. */
final class English {
  private static final Words WORDS = new Words(Locale.ENGLISH);

  private English() {}

  static String say(Message message) {
    return WORDS.say(message);
  }
}
