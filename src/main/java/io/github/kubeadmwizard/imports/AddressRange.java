package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.text.Message;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses from one to another, both of one family. */
final class AddressRange {
  private AddressRange() {}

  /**
   * Every address of the range.
   *
   * @param first an address
   * @param last an address, or the last part of one that begins as the first does
   * @param whole how messages call the range
   */
  static List<String> between(String first, String last, String whole) throws Refused {
    var end = Cidr.isAddress(last) ? last : inPlaceOfTheLastPart(first, last);
    if (!Cidr.isAddress(end) || first.contains(":") != end.contains(":")) {
      throw new Refused(Message.of("imports.bad.range", Shown.of(whole)));
    }
    var from = number(first);
    var count = number(end).subtract(from).add(BigInteger.ONE);
    if (count.signum() <= 0) {
      throw new Refused(Message.of("imports.bad.rangeBackwards", Shown.of(whole)));
    }
    HostRange.refuseMoreThanMost(
        count.min(BigInteger.valueOf(HostRange.MOST + 1L)).longValue(), whole);
    var addresses = new ArrayList<String>();
    for (int i = 0; i < count.intValue(); i++) {
      addresses.add(text(from.add(BigInteger.valueOf(i)), first.contains(":")));
    }
    return addresses;
  }

  private static String inPlaceOfTheLastPart(String first, String last) {
    char separator = first.contains(":") ? ':' : '.';
    return first.substring(0, first.lastIndexOf(separator) + 1) + last;
  }

  private static BigInteger number(String address) {
    return new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
  }

  private static String text(BigInteger number, boolean ipv6) {
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[ipv6 ? 16 : 4];
    for (int i = 0; i < Math.min(bytes.length, digits.length); i++) {
      bytes[bytes.length - 1 - i] = digits[digits.length - 1 - i];
    }
    try {
      var address = InetAddress.getByAddress(bytes).getHostAddress();
      return new Cidr(address, bytes.length * 8).address();
    } catch (UnknownHostException e) { // only for another length
      throw new IllegalStateException(e);
    }
  }
}
