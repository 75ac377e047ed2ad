package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads who listens where, from {@code ss -tulnp} or, where nobody asked it, from /proc/net, which
 * does not say whose a socket is.
 */
final class PortReader {
  private static final Pattern PROCESS = Pattern.compile("users:\\(\\(\"([^\"]*)\",pid=(\\d{1,9})");
  private static final Map<String, ListeningPort.Protocol> FILES =
      Map.of(
          "/proc/net/tcp", ListeningPort.Protocol.TCP,
          "/proc/net/tcp6", ListeningPort.Protocol.TCP,
          "/proc/net/udp", ListeningPort.Protocol.UDP,
          "/proc/net/udp6", ListeningPort.Protocol.UDP);

  private PortReader() {}

  static List<ListeningPort> read(FactsOutput out) {
    var shown = out.text("ports").stream().flatMap(line -> shown(out, line)).toList();
    return shown.isEmpty() ? files(out) : shown;
  }

  private static List<ListeningPort> files(FactsOutput out) {
    return FILES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(file -> out.lines(file.getKey()).stream().flatMap(l -> hex(l, file.getValue())))
        .toList();
  }

  private static Stream<ListeningPort> shown(FactsOutput out, String line) {
    var words = Text.words(line);
    if (words.isEmpty() || words.getFirst().equals("Netid")) {
      return Stream.empty();
    }
    int colon = words.size() < 6 ? -1 : words.get(4).lastIndexOf(':');
    var port = Text.small(colon < 0 ? "" : words.get(4).substring(colon + 1));
    if (port.isEmpty()) {
      out.odd(line);
      return Stream.empty();
    }
    var process = PROCESS.matcher(line);
    boolean known = process.find();
    return Stream.of(
        new ListeningPort(
            words.getFirst().startsWith("tcp")
                ? ListeningPort.Protocol.TCP
                : ListeningPort.Protocol.UDP,
            address(words.get(4).substring(0, colon)),
            port.getAsInt(),
            known ? Optional.of(process.group(1)) : Optional.empty(),
            known ? Text.small(process.group(2)) : OptionalInt.empty()));
  }

  /** Without brackets, device, and the prefix of an IPv4 address in an IPv6 socket. */
  private static String address(String shown) {
    var bare = shown.replaceAll("[\\[\\]]|%.*$", "").replaceFirst("^::ffff:(?=\\d+\\.)", "");
    return bare.equals("*") ? "::" : bare;
  }

  private static Stream<ListeningPort> hex(String line, ListeningPort.Protocol protocol) {
    var words = Text.words(line);
    var state = protocol == ListeningPort.Protocol.TCP ? "0A" : "07";
    if (words.size() < 4
        || !words.get(3).equals(state)
        || !words.get(1).matches("([0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4}")) {
      return Stream.empty();
    }
    var parts = words.get(1).replaceFirst("^0{16}FFFF0000", "").split(":", 2); // IPv4 in IPv6
    return Stream.of(
        new ListeningPort(
            protocol,
            HexRoute.address(parts[0], true),
            Integer.parseInt(parts[1], 16),
            Optional.empty(),
            OptionalInt.empty()));
  }
}
