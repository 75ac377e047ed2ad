package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Where SSH goes, as people write it: {@code user@host:port}, {@code [2001:db8::1]:22}, {@code
 * ssh://user@host}.
 *
 * @param hosts one host or a range
 */
record Spot(Optional<String> user, String hosts, Optional<Integer> port) {
  private static final String SCHEME = "ssh://";

  static Spot parse(String text) throws Refused {
    var rest = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    rest =
        text.startsWith(SCHEME) && rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    int at = rest.lastIndexOf('@');
    Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
    if (user.isPresent()) {
      refuse(user.get());
    }
    return parse(user, rest.substring(at + 1));
  }

  private static void refuse(String user) throws Refused {
    if (user.contains(":")) {
      throw new Refused(Message.of("imports.bad.password"));
    }
    if (!HostForms.isLogin(user)) {
      throw new Refused(Message.of("imports.bad.user", Shown.of(user)));
    }
  }

  private static Spot parse(Optional<String> user, String place) throws Refused {
    int close = place.indexOf(']');
    if (place.startsWith("[") && close > 0 && isIpv6(place.substring(1, close))) {
      return withPort(user, place.substring(1, close), place.substring(close + 1));
    }
    if (isIpv6(place)) {
      return new Spot(user, place, Optional.empty());
    }
    int colon = place.indexOf(':', Math.max(place.lastIndexOf(']'), 0));
    return colon < 0
        ? new Spot(user, place, Optional.empty())
        : withPort(user, place.substring(0, colon), place.substring(colon));
  }

  /** An address or a range of them; {@code node[01:05]} is none. */
  private static boolean isIpv6(String text) {
    return text.contains(":") && Cidr.isAddress(text.split("[-~]", 2)[0]);
  }

  private static Spot withPort(Optional<String> user, String hosts, String colonAndPort)
      throws Refused {
    if (colonAndPort.isEmpty()) {
      return new Spot(user, hosts, Optional.empty());
    }
    if (!colonAndPort.startsWith(":")) {
      throw new Refused(Message.of("imports.bad.host", Shown.of(hosts + colonAndPort)));
    }
    return new Spot(user, hosts, Optional.of(port(colonAndPort.substring(1))));
  }

  /** A port in digits. */
  static int port(String text) throws Refused {
    if (!HostForms.isPort(text)) {
      throw new Refused(Message.of("imports.bad.port", Shown.of(text)));
    }
    return Integer.parseInt(text);
  }
}
