package io.github.kubeadmwizard.network;

import io.github.kubeadmwizard.cluster.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds private IPv4 addresses that nobody uses. Source of the ranges: RFC 1918. */
public final class FreeRange {
  /** Searched in this order: the upper half of 10.0.0.0/8 is less often in use than the lower. */
  private static final List<Cidr> PLACES =
      List.of(
          Cidr.parse("10.128.0.0/9"),
          Cidr.parse("10.0.0.0/9"),
          Cidr.parse("172.16.0.0/12"),
          Cidr.parse("192.168.0.0/16"));

  private static final int BITS = 32;

  private FreeRange() {}

  static Optional<Cidr> of(int prefix, List<Cidr> taken) {
    return PLACES.stream()
        .flatMap(place -> within(place, prefix))
        .filter(range -> taken.stream().noneMatch(range::overlaps))
        .findFirst();
  }

  private static Stream<Cidr> within(Cidr place, int prefix) {
    if (prefix < place.prefix() || prefix > BITS) {
      return Stream.empty();
    }
    long first = number(place.address());
    long step = 1L << (BITS - prefix);
    return LongStream.range(0, 1L << (prefix - place.prefix()))
        .mapToObj(i -> new Cidr(text(first + i * step), prefix));
  }

  /** An IPv4 address as a number. */
  public static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }

  /** A number as an IPv4 address. */
  public static String text(long number) {
    return (number >> 24 & 255)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }
}
