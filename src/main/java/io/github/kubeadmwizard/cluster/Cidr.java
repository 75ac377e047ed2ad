package io.github.kubeadmwizard.cluster;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of addresses, IPv4 or IPv6, with host bits zero.
 *
 * @param address the first address; IPv6 in the short form
 * @param prefix length in bits
 */
public record Cidr(String address, int prefix) {
  private static final Pattern LITERAL =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$)|$)){4}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

  public Cidr {
    byte[] bytes = bytes(address);
    if (prefix < 0 || prefix > bytes.length * 8) {
      throw new IllegalArgumentException("prefix length out of range: " + prefix);
    }
    if (!Arrays.equals(bytes, masked(bytes, prefix))) {
      throw new IllegalArgumentException(
          "host bits are set; meant is perhaps " + text(masked(bytes, prefix)) + "/" + prefix);
    }
    address = text(bytes);
  }

  /**
   * Reads {@code 10.244.0.0/16} or {@code fd00:10::/56}.
   *
   * @throws IllegalArgumentException where it is not a range, or bits beyond the prefix are set
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      throw new IllegalArgumentException("not an address range: " + text);
    }
    return new Cidr(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  /**
   * The range that an address with a prefix length lies in: {@code 10.244.0.0/16} for {@code
   * 10.244.3.1/16}.
   *
   * @throws IllegalArgumentException where it is not an address with a prefix length
   */
  public static Cidr around(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      throw new IllegalArgumentException("not an address with a prefix length: " + text);
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    byte[] bytes = bytes(text.substring(0, slash));
    return new Cidr(text(masked(bytes, Math.min(prefix, bytes.length * 8))), prefix);
  }

  /** Whether this is IPv6. */
  public boolean isIpv6() {
    return address.indexOf(':') >= 0;
  }

  /** How many addresses it holds. */
  public BigInteger size() {
    return BigInteger.TWO.pow((isIpv6() ? 128 : 32) - prefix);
  }

  /** Whether the address lies in this range; false for the other family. */
  public boolean contains(String other) {
    byte[] mine = bytes(address);
    byte[] theirs = bytes(other);
    return mine.length == theirs.length && Arrays.equals(mine, masked(theirs, prefix));
  }

  /** Whether the two share an address. */
  public boolean overlaps(Cidr other) {
    return contains(other.address) || other.contains(address);
  }

  /** Whether the text is an IPv4 or IPv6 address. */
  public static boolean isAddress(String text) {
    try {
      return bytes(text).length > 0;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private static byte[] bytes(String literal) {
    if (!LITERAL.matcher(literal).matches()) { // the JDK also takes 10.1, 010.0.0.1 and scopes
      throw new IllegalArgumentException("not an address: " + literal);
    }
    return InetAddress.ofLiteral(literal).getAddress();
  }

  private static byte[] masked(byte[] bytes, int prefix) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int bits = Math.clamp(prefix - i * 8L, 0, 8);
      result[i] = (byte) (bytes[i] & (0xff00 >> bits));
    }
    return result;
  }

  private static String text(byte[] bytes) {
    try {
      return shortened(InetAddress.getByAddress(bytes).getHostAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The longest run of zero groups as {@code ::}. Source: RFC 5952, section 4.2. */
  private static String shortened(String address) {
    return ZEROS
        .matcher(address)
        .results()
        .reduce((a, b) -> b.group().length() > a.group().length() ? b : a)
        .map(run -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
        .orElse(address);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
