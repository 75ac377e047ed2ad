package io.github.kubeadmwizard.pki;

import io.github.kubeadmwizard.text.Secret;
import java.security.SecureRandom;
import java.util.Arrays;

/** Makes the secrets that nodes join with. */
public final class JoinKeys {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HEX = "0123456789abcdef";

  private final SecureRandom random;

  /**
   * @param random where the secrets come from
   */
  public JoinKeys(SecureRandom random) {
    this.random = random;
  }

  /** A bootstrap token, {@code [a-z0-9]{6}.[a-z0-9]{16}}. Source: kubeadm bootstraptoken/v1. */
  public Secret bootstrapToken() {
    var token = new char[23];
    fill(token, 0, 6, ALPHABET);
    token[6] = '.';
    fill(token, 7, 23, ALPHABET);
    return lend(token);
  }

  /** A certificate key: an AES key of 32 bytes in hex. Source: kubeadm v1beta4, certificateKey. */
  public Secret certificateKey() {
    var key = new char[64];
    fill(key, 0, 64, HEX);
    return lend(key);
  }

  private void fill(char[] text, int from, int to, String alphabet) {
    for (int i = from; i < to; i++) {
      text[i] = alphabet.charAt(random.nextInt(alphabet.length()));
    }
  }

  private static Secret lend(char[] text) {
    var secret = new Secret(text);
    Arrays.fill(text, '\0');
    return secret;
  }
}
