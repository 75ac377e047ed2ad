package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * A network card or virtual link.
 *
 * @param name such as eth0
 * @param mac lower case; empty for links that have none
 * @param mtu in bytes
 * @param up whether it carries traffic (operstate up, or unknown with the flag UP)
 * @param physical whether a device stands behind it, rather than the kernel alone
 * @param addresses without link-local IPv6
 */
public record Nic(
    String name,
    Optional<String> mac,
    int mtu,
    boolean up,
    boolean physical,
    List<Address> addresses) {
  public Nic {
    addresses = List.copyOf(addresses);
  }

  /**
   * An address on a card.
   *
   * @param address IPv4 or IPv6 in the kernel's text form
   * @param prefix length in bits
   * @param dynamic whether DHCP or a router gave it (it has a limited life)
   */
  public record Address(String address, int prefix, boolean dynamic) {
    /** Whether this is IPv6. */
    public boolean isIpv6() {
      return address.indexOf(':') >= 0;
    }
  }
}
