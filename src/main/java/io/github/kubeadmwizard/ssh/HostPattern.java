package io.github.kubeadmwizard.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A host in known_hosts: a name, a pattern with {@code *} and {@code ?}, or a hashed name. */
final class HostPattern {
  private static final String HASHED = "|1|";

  private HostPattern() {}

  static boolean matches(String pattern, String host) {
    if (pattern.startsWith(HASHED)) {
      return matchesHash(pattern.substring(HASHED.length()), host);
    }
    String lower = pattern.toLowerCase(Locale.ROOT);
    if (!lower.contains("*") && !lower.contains("?")) {
      return lower.equals(host);
    }
    return regex(lower).matcher(host).matches();
  }

  private static Pattern regex(String pattern) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return Pattern.compile(regex.toString());
  }

  private static boolean matchesHash(String saltAndHash, String host) {
    int bar = saltAndHash.indexOf('|');
    if (bar < 0) {
      return false;
    }
    try {
      byte[] salt = Base64.getDecoder().decode(saltAndHash.substring(0, bar));
      byte[] hash = Base64.getDecoder().decode(saltAndHash.substring(bar + 1));
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(salt, "HmacSHA1"));
      return MessageDigest.isEqual(hash, mac.doFinal(host.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }
}
