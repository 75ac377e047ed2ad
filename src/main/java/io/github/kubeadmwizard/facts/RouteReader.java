package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads routes from the output of {@code ip} and from /proc/net. */
final class RouteReader {
  private static final Set<String> TYPES =
      Set.of("unreachable", "blackhole", "prohibit", "throw", "local", "broadcast", "multicast");

  private RouteReader() {}

  static List<Route> read(FactsOutput out) {
    var printed = Stream.concat(out.text("addresses").stream(), out.text("routes").stream());
    var result = new ArrayList<>(ipv4(printed.toList()));
    out.lines("/proc/net/route").stream().skip(1).flatMap(HexRoute::ipv4).forEach(result::add);
    out.lines("/proc/net/ipv6_route").stream().flatMap(HexRoute::ipv6).forEach(result::add);
    return result;
  }

  private static List<Route> ipv4(List<String> lines) {
    var result = new ArrayList<Route>();
    String open = ""; // destination of a route whose hops follow on lines of their own
    for (var line : lines) {
      var words = Text.words(line);
      boolean hop = !words.isEmpty() && words.getFirst().equals("nexthop");
      if (hop && !open.isEmpty()) {
        result.add(route(open, words));
      } else if (isRoute(line, words)) {
        open = words.getFirst();
        if (words.contains("dev")) {
          result.add(route(open, words));
        }
      }
    }
    return result;
  }

  private static boolean isRoute(String line, List<String> words) {
    return !words.isEmpty()
        && !Character.isWhitespace(line.charAt(0))
        && !NicReader.LINK.matcher(line).matches()
        && !TYPES.contains(words.getFirst());
  }

  private static Route route(String destination, List<String> words) {
    boolean range = destination.equals("default") || destination.contains("/");
    return new Route(
        range ? destination : destination + "/32",
        false,
        Text.after(words, "via"),
        Text.after(words, "dev"),
        Text.after(words, "src"),
        Text.after(words, "metric").map(Text::small).orElse(OptionalInt.empty()));
  }

  /** One for each address that was asked for. */
  static List<PeerRoute> peers(FactsOutput out) {
    var answers = out.text("peers").stream().map(Text::words).filter(w -> !w.isEmpty()).toList();
    return out.all("peer")
        .flatMap(head -> head.field(0).stream())
        .map(address -> peer(address, answers))
        .toList();
  }

  private static PeerRoute peer(String address, List<List<String>> answers) {
    var found =
        answers.stream()
            .filter(words -> words.contains("dev"))
            .filter(words -> words.subList(0, 2).contains(address)) // behind "local", maybe
            .findFirst()
            .orElse(List.of());
    return new PeerRoute(
        address,
        !found.isEmpty(),
        Text.after(found, "via"),
        Text.after(found, "dev"),
        Text.after(found, "src"));
  }
}
