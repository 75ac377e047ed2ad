package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows what must not stand in a cluster file, which is shown, mailed and kept in repositories. */
final class Secrets {
  private static final Set<String> KEYS =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "passwords",
          "sudo",
          "token",
          "secret",
          "secrets",
          "certificatekey",
          "privatekey",
          "accesskey",
          "secretkey",
          "tlsbootstraptoken",
          "bearertoken",
          "clientsecret",
          "apikey",
          "sudopassword",
          "becomepassword");

  private static final Pattern WITH_PASSWORD = Pattern.compile("^[a-z][a-z0-9+.-]*://[^/@\\s]+@");

  static final Message ALLOWED = Message.of("draft.allowed.secret");
  static final Message WHAT = Message.of("draft.secret");

  private Secrets() {}

  /** Whether a key by this name would hold a secret. */
  static boolean isKey(String key) {
    return KEYS.contains(key.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
  }

  /** Whether the value is one: a private key, or an address with a user's password. */
  static boolean isValue(String text) {
    return text.contains("PRIVATE KEY-----") || WITH_PASSWORD.matcher(text).find();
  }
}
