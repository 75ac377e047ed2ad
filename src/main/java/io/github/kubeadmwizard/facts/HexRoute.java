package io.github.kubeadmwizard.facts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Routes as /proc/net shows them: in hexadecimal, IPv4 in the byte order of the processor. */
final class HexRoute {
  private static final int UP = 0x1;
  private static final int REJECT = 0x200;
  private static final long LOCAL = 0x80000000L;

  // interface, destination, gateway, flags, three counters of which the last is the metric, mask
  private static final Pattern IPV4 =
      Pattern.compile("^\\S+\\s+[0-9A-F]{8}\\s+[0-9A-F]{8}(\\s+\\S+){4}\\s+[0-9A-F]{8}\\b");

  // destination, its length, source, its length, next hop, metric, two counters, flags
  private static final Pattern IPV6 =
      Pattern.compile(
          "^\\p{XDigit}{32} \\p{XDigit}{2} \\p{XDigit}{32} \\p{XDigit}{2} \\p{XDigit}{32}("
              + " \\p{XDigit}{8}){4} ");

  private HexRoute() {}

  /** A line of /proc/net/route; empty where it is none. */
  static Stream<Route> ipv4(String line) {
    var words = Text.words(line);
    if (words.size() < 8 || !IPV4.matcher(line).find()) {
      return Stream.empty();
    }
    int bits = Long.bitCount(Long.parseLong(words.get(7), 16));
    return Stream.of(
        route(
            false,
            address(words.get(1), true) + "/" + bits,
            address(words.get(2), true),
            words.getFirst(),
            Text.small(words.get(6))));
  }

  /** A line of /proc/net/ipv6_route; empty where it is no route to another machine. */
  static Stream<Route> ipv6(String line) {
    var words = Text.words(line);
    if (words.size() < 10 || !IPV6.matcher(line).find()) {
      return Stream.empty();
    }
    long flags = Long.parseLong(words.get(8), 16);
    boolean usable = (flags & UP) != 0 && (flags & REJECT) == 0 && (flags & LOCAL) == 0;
    boolean local = words.get(9).equals("lo") || words.getFirst().matches("(ff|fe80).*");
    if (!usable || local) {
      return Stream.empty();
    }
    long metric = Long.parseLong(words.get(5), 16);
    return Stream.of(
        route(
            true,
            address(words.get(0), false) + "/" + Integer.parseInt(words.get(1), 16),
            address(words.get(4), false),
            words.get(9),
            metric > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) metric)));
  }

  private static Route route(
      boolean ipv6, String destination, String gateway, String device, OptionalInt metric) {
    var range = List.of("0.0.0.0/0", "::/0").contains(destination) ? "default" : destination;
    var via = List.of("0.0.0.0", "::").contains(gateway) ? "" : gateway;
    return new Route(
        range,
        ipv6,
        Optional.of(via).filter(text -> !text.isEmpty()),
        Optional.of(device),
        Optional.empty(),
        metric);
  }

  /** The address in text form; IPv6 with its longest run of zeros as ::. */
  static String address(String hex, boolean reversed) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (reversed) {
      for (int from = 0; from < bytes.length; from += 4) {
        swap(bytes, from, from + 3);
        swap(bytes, from + 1, from + 2);
      }
    }
    try {
      return InetAddress.getByAddress(bytes)
          .getHostAddress()
          .replaceFirst("(^|:)(0:)+0?(:|$)", "::")
          .replace(":::", "::");
    } catch (UnknownHostException e) {
      return hex;
    }
  }

  private static void swap(byte[] bytes, int a, int b) {
    byte kept = bytes[a];
    bytes[a] = bytes[b];
    bytes[b] = kept;
  }
}
