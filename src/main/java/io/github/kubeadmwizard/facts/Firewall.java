package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What filters packets.
 *
 * @param tool which front end is in charge
 * @param firewalld its unit
 * @param ufw its unit; it is in charge only where {@code tool} says so, as the unit is active even
 *     when ufw is off
 * @param nftables its unit
 * @param firewalldBackend FirewallBackend of firewalld.conf: nftables or iptables
 * @param iptables which kernel interface the iptables command speaks
 * @param policies chain (INPUT, FORWARD, OUTPUT) to ACCEPT or DROP, from iptables, IPv4
 * @param inputRules rules of iptables' INPUT chain, without those of Kubernetes; empty where unread
 * @param nftTables tables of nftables, without those that the iptables command made
 */
public record Firewall(
    Tool tool,
    Service firewalld,
    Service ufw,
    Service nftables,
    Optional<String> firewalldBackend,
    IptablesBackend iptables,
    SortedMap<String, String> policies,
    OptionalInt inputRules,
    List<String> nftTables)
    implements FactsPart {
  public Firewall {
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    nftTables = List.copyOf(nftTables);
  }

  /** The front end whose rules decide. */
  public enum Tool {
    /** firewalld is active. */
    FIREWALLD,
    /** ufw is switched on. */
    UFW,
    /** Rules come from nftables' own service or by hand. */
    NFTABLES,
    /** iptables has rules or refuses by default, with no front end known. */
    IPTABLES,
    /** Nothing filters, as far as was seen. */
    NONE
  }

  /** What the iptables command speaks. */
  public enum IptablesBackend {
    /** xtables of old. */
    LEGACY,
    /** nf_tables. */
    NFT,
    /** No iptables command, or it does not say. */
    UNKNOWN
  }
}
