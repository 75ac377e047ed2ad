package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Routes as macOS and Windows print them. Only their numbers are read, since words are in the
 * user's language. Routes to single machines that were learned, loopback and multicast are left
 * out.
 */
final class PrintedRoutes {
  /** Destination, gateway, flags, card. Source: macOS, netstat(1). */
  private static final Pattern NETSTAT =
      Pattern.compile("^(\\S+)\\s+(\\S+)\\s+(U[A-Za-z0-9]*)\\s+(?:\\d+\\s+\\d+\\s+)?(\\S+).*");

  private static final Pattern SHORT_IPV4 =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,3})(?:/(\\d{1,2}))?");

  /** Destination, mask, gateway, address of the card, metric. Source: Windows, route. */
  private static final Pattern WINDOWS_IPV4 =
      Pattern.compile(
          "^\\s*(\\d+(?:\\.\\d+){3})\\s+(\\d+(?:\\.\\d+){3})\\s+(\\S.*?)\\s+(\\d+(?:\\.\\d+){3})\\s+(\\d+)\\s*$");

  /** Number of the card, metric, destination, gateway. */
  private static final Pattern WINDOWS_IPV6 =
      Pattern.compile("^\\s*(\\d+)\\s+(\\d+)\\s+([0-9a-fA-F:]*:[0-9a-fA-F:]*/\\d+)(?:\\s.*)?$");

  private PrintedRoutes() {}

  static List<Route> ofNetstat(List<String> lines) {
    return lines.stream()
        .map(NETSTAT::matcher)
        .filter(Matcher::matches)
        .filter(line -> !line.group(3).matches(".*[LWmB].*")) // learned, multicast, broadcast
        .flatMap(line ->
            netstatRange(line.group(1))
                .map(range -> route(range, Optional.of(line.group(4)), OptionalInt.empty())))
        .filter(PrintedRoutes::leadsToOthers)
        .toList();
  }

  /** It leaves zeros at the end out: 10.240/12, 192.168.1. */
  private static Stream<String> netstatRange(String text) {
    if (text.equals("default")) {
      return Stream.of(text);
    }
    if (text.contains(":")) {
      return text.contains("%") ? Stream.empty() : Stream.of(text + plain(text, "/128"));
    }
    Matcher ipv4 = SHORT_IPV4.matcher(text);
    if (!ipv4.matches()) {
      return Stream.empty();
    }
    int parts = ipv4.group(1).split("\\.", -1).length;
    String prefix = Optional.ofNullable(ipv4.group(2)).orElse(String.valueOf(parts * 8));
    return Stream.of(ipv4.group(1) + ".0".repeat(4 - parts) + "/" + prefix);
  }

  private static String plain(String text, String ending) {
    return text.contains("/") ? "" : ending;
  }

  static List<Route> ofRoutePrint(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.concat(windowsIpv4(line), windowsIpv6(line)))
        .filter(PrintedRoutes::leadsToOthers)
        .distinct() // lasting routes are printed twice
        .toList();
  }

  private static Stream<Route> windowsIpv4(String line) {
    Matcher at = WINDOWS_IPV4.matcher(line);
    if (!at.matches()) {
      return Stream.empty();
    }
    int bits = 0;
    for (String part : at.group(2).split("\\.", -1)) {
      bits += Integer.bitCount(Integer.parseInt(part));
    }
    return Stream.of(
        route(at.group(1) + "/" + bits, Optional.of(at.group(4)), Text.small(at.group(5))));
  }

  private static Stream<Route> windowsIpv6(String line) {
    Matcher at = WINDOWS_IPV6.matcher(line);
    return at.matches()
        ? Stream.of(route(at.group(3), Optional.of(at.group(1)), Text.small(at.group(2))))
        : Stream.empty();
  }

  private static Route route(String range, Optional<String> card, OptionalInt metric) {
    boolean ipv6 = range.contains(":");
    boolean rest = List.of("0.0.0.0/0", "::/0").contains(range);
    return new Route(
        rest ? "default" : range, ipv6, Optional.empty(), card, Optional.empty(), metric);
  }

  /** Not to this computer, nor to all at once. */
  private static boolean leadsToOthers(Route route) {
    String to = route.destination();
    return !to.matches(
            "127\\..*|::1/.*|(22[4-9]|23\\d)\\..*|255\\..*|(?i)ff.*|(?i)fe80.*|.*/32|.*/128")
        || route.isDefault();
  }
}
