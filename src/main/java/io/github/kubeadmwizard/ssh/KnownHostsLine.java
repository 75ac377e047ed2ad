package io.github.kubeadmwizard.ssh;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a known_hosts file that holds a key. Source: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.
 *
 * @param marker {@code @revoked}, {@code @cert-authority}, or empty
 * @param hosts names, patterns, or one hashed name
 * @param known the key and its place
 */
record KnownHostsLine(String marker, List<String> hosts, HostKeyAnswer.KnownKey known) {
  private static final Pattern SPACE = Pattern.compile("[ \\t]+");
  private static final Pattern COMMA = Pattern.compile(",");

  KnownHostsLine {
    hosts = List.copyOf(hosts);
  }

  /** Reads a line; empty for a blank line, a comment, or one that is not understood. */
  static Optional<KnownHostsLine> parse(String text, Path file, int number) {
    String line = text.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    String[] words = SPACE.split(line, -1);
    int first = words[0].startsWith("@") ? 1 : 0;
    if (words.length < first + 3 || !isBase64(words[first + 2])) {
      return Optional.empty();
    }
    var key = new HostKey(words[first + 1], words[first + 2]);
    var known = new HostKeyAnswer.KnownKey(key, file.toString(), number);
    String marker = first == 1 ? words[0] : "";
    return Optional.of(new KnownHostsLine(marker, List.of(COMMA.split(words[first], -1)), known));
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Whether it is a host's own key: neither revoked nor a certificate authority's. */
  boolean isPlain() {
    return marker.isEmpty();
  }

  boolean isRevoked() {
    return marker.equals("@revoked");
  }

  /** Whether it speaks of this host, named as {@code name} or {@code [name]:port}. */
  boolean isFor(String host) {
    boolean found = false;
    for (String pattern : hosts) {
      if (pattern.startsWith("!")) {
        if (HostPattern.matches(pattern.substring(1), host)) {
          return false;
        }
      } else if (HostPattern.matches(pattern, host)) {
        found = true;
      }
    }
    return found;
  }
}
