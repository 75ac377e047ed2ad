package io.github.kubeadmwizard.text;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A password, passphrase, key or token. It lives in memory only and never prints; a class, not a
 * record, so that no generated method can show it.
 */
public final class Secret implements AutoCloseable {
  private final char[] characters;

  /**
   * @param characters copied; the caller may wipe its own
   */
  public Secret(char[] characters) {
    this.characters = characters.clone();
  }

  /** A secret from text that is already a String (parsed YAML, a host's answer). */
  public static Secret of(String text) {
    return new Secret(text.toCharArray());
  }

  /** Lends a copy of the characters and wipes it afterwards. */
  public <T> T use(Function<char[], T> work) {
    char[] copy = characters.clone();
    try {
      return work.apply(copy);
    } finally {
      Arrays.fill(copy, '\0');
    }
  }

  /** The secret as a String, for the interfaces that want one; keep it as short as you can. */
  public String reveal() {
    return new String(characters);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return characters.length == 0;
  }

  /** Overwrites the characters. */
  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && Arrays.equals(characters, that.characters);
  }

  @Override
  public int hashCode() {
    return 0; // never derived from the secret
  }

  @Override
  public String toString() {
    return "••••";
  }
}
