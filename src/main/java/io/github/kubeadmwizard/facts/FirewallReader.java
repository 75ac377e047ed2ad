package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what filters packets. */
final class FirewallReader {
  private FirewallReader() {}

  static Firewall read(FactsOutput out, Units units) {
    var policies = policies(out);
    var inputRules = count(out, "input");
    var tables = tables(out);
    var backend = backend(out);
    boolean rules =
        inputRules.orElse(0) > 0
            || "DROP".equals(policies.get("INPUT"))
            || "DROP".equals(policies.get("FORWARD"));
    return new Firewall(
        tool(out, units, rules, tables),
        units.service("firewalld.service"),
        units.service("ufw.service"),
        units.service("nftables.service"),
        Text.value(Text.assignments(out.lines("/etc/firewalld/firewalld.conf")), "FirewallBackend"),
        backend,
        policies,
        inputRules,
        tables);
  }

  private static Firewall.Tool tool(
      FactsOutput out, Units units, boolean rules, List<String> tables) {
    if (units.isActive("firewalld.service")) {
      return Firewall.Tool.FIREWALLD;
    }
    if ("yes".equals(Text.assignments(out.lines("/etc/ufw/ufw.conf")).get("ENABLED"))) {
      return Firewall.Tool.UFW;
    }
    if (units.isActive("nftables.service") || !tables.isEmpty()) {
      return Firewall.Tool.NFTABLES;
    }
    return rules ? Firewall.Tool.IPTABLES : Firewall.Tool.NONE;
  }

  private static Firewall.IptablesBackend backend(FactsOutput out) {
    return switch (out.field("iptables", 0).orElse("")) {
      case "nft" -> Firewall.IptablesBackend.NFT;
      case "legacy" -> Firewall.IptablesBackend.LEGACY;
      default -> Firewall.IptablesBackend.UNKNOWN;
    };
  }

  private static SortedMap<String, String> policies(FactsOutput out) {
    var result = new TreeMap<String, String>();
    for (var line : out.text("iptables")) {
      var words = Text.words(line);
      if (words.size() == 3 && words.getFirst().equals("policy")) {
        result.put(words.get(1), words.get(2));
      }
    }
    return result;
  }

  /** A figure that the script counted in the rules: input or kube. */
  static OptionalInt count(FactsOutput out, String name) {
    return out.text("iptables").stream()
        .map(Text::words)
        .filter(words -> words.size() == 2 && words.getFirst().equals(name))
        .map(words -> Text.small(words.get(1)))
        .flatMapToInt(OptionalInt::stream)
        .findFirst();
  }

  /** Families and names, without the tables of iptables itself and of kube-proxy. */
  private static List<String> tables(FactsOutput out) {
    return out.text("nft-tables").stream()
        .map(line -> line.replaceFirst("^table ", "").strip())
        .filter(table -> !table.isEmpty())
        .filter(table -> !table.matches("(ip|ip6|arp|bridge) (filter|nat|mangle|raw|security)"))
        .filter(table -> !table.matches("ip6? kube-proxy|(ip|ip6|inet) flannel.*"))
        .toList();
  }
}
