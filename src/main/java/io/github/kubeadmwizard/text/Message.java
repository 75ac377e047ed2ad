package io.github.kubeadmwizard.text;

import java.util.List;

/**
 * Something to tell the user, as a key of the word bundles and its values; the language is chosen
 * only where it is shown ({@link Words}).
 *
 * @param key key in {@code words/ROOM.properties}; begins with the room's name
 * @param args values for the pattern: strings, numbers, names in several languages, lists, or
 *     further messages
 */
public record Message(String key, List<Object> args) {
  public Message {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a message needs a key");
    }
    args = List.copyOf(args);
  }

  /** A message with these values in order. */
  public static Message of(String key, Object... args) {
    return new Message(key, List.of(args));
  }
}
