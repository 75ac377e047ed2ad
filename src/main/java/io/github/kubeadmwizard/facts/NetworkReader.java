package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;

/** Reads name resolution and who configures the network, and joins the rest. */
final class NetworkReader {
  private NetworkReader() {}

  static Network read(FactsOutput out, Units units) {
    return new Network(
        NicReader.read(out),
        RouteReader.read(out),
        PortReader.read(out),
        resolver(out),
        hosts(out),
        tools(out, units),
        out.all("unmanaged").flatMap(head -> head.field(0).stream()).toList());
  }

  static List<HostsEntry> hosts(FactsOutput out) {
    return out.lines("/etc/hosts").stream()
        .map(line -> Text.words(line.replaceFirst("#.*", "")))
        .filter(words -> words.size() > 1)
        .map(words -> new HostsEntry(words.getFirst(), words.subList(1, words.size())))
        .toList();
  }

  private static Resolver resolver(FactsOutput out) {
    var lines = out.lines("/etc/resolv.conf");
    var servers = values(lines, "nameserver");
    var target =
        out.text("links").stream()
            .filter(line -> line.contains(" /etc/resolv.conf -> "))
            .map(line -> line.replaceFirst("^.* -> ", ""))
            .findFirst();
    return new Resolver(
        servers,
        values(lines, "search"),
        target,
        servers.contains("127.0.0.53"),
        values(out.lines("/run/systemd/resolve/resolv.conf"), "nameserver"));
  }

  private static List<String> values(List<String> lines, String key) {
    return lines.stream()
        .map(Text::words)
        .filter(words -> words.size() > 1 && words.getFirst().equals(key))
        .flatMap(words -> words.subList(1, words.size()).stream())
        .toList();
  }

  private static List<String> tools(FactsOutput out, Units units) {
    var result = new ArrayList<String>();
    if (units.isActive("NetworkManager.service")) {
      result.add("NetworkManager");
    }
    if (units.isActive("systemd-networkd.service")) {
      result.add("systemd-networkd");
    }
    if (units.isActive("wicked.service")) {
      result.add("wicked");
    }
    if (out.all("network-file", "netplan").findAny().isPresent()) {
      result.add("netplan");
    }
    if (units.isActive("networking.service")
        && out.all("network-file", "ifupdown").findAny().isPresent()) {
      result.add("ifupdown");
    }
    return result;
  }
}
