package io.github.kubeadmwizard.cluster;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses from the first to the last, as load balancers are given them.
 *
 * @param first the lowest
 * @param last the highest, of the same family
 */
public record AddressSpan(String first, String last) {

  /** Reads {@code 10.0.0.200-10.0.0.220} or {@code 10.0.0.192/27}; empty where it is neither. */
  public static Optional<AddressSpan> parse(String text) {
    int dash = text.indexOf('-');
    return dash >= 0
        ? span(text.substring(0, dash).strip(), text.substring(dash + 1).strip())
        : ofRange(text);
  }

  private static Optional<AddressSpan> span(String first, String last) {
    boolean fit =
        Cidr.isAddress(first)
            && Cidr.isAddress(last)
            && first.contains(":") == last.contains(":")
            && number(first).compareTo(number(last)) <= 0;
    return fit ? Optional.of(new AddressSpan(first, last)) : Optional.empty();
  }

  private static Optional<AddressSpan> ofRange(String text) {
    try {
      Cidr range = Cidr.parse(text);
      var last = number(range.address()).add(range.size()).subtract(BigInteger.ONE);
      return Optional.of(new AddressSpan(range.address(), text(last, range.isIpv6())));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of them; false for the other family. */
  public boolean contains(String address) {
    return Cidr.isAddress(address)
        && address.contains(":") == first.contains(":")
        && number(address).compareTo(number(first)) >= 0
        && number(address).compareTo(number(last)) <= 0;
  }

  /** Whether it shares an address with a range. */
  public boolean overlaps(Cidr range) {
    return range.contains(first) || range.contains(last) || contains(range.address());
  }

  private static BigInteger number(String address) {
    return new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
  }

  private static String text(BigInteger number, boolean ipv6) {
    var bytes = new byte[ipv6 ? 16 : 4];
    byte[] digits = number.toByteArray();
    int length = Math.min(digits.length, bytes.length); // a leading sign byte is cut off
    System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e); // four or sixteen bytes are an address
    }
  }
}
