package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.network.FreeRange;
import java.util.List;
import java.util.Optional;

/**
 * Where addresses lie on a line. Equal widths are equal numbers of addresses in 10.0.0.0/8 and
 * 172.16.0.0/12; 192.168.0.0/16 would be two pixels wide and has a scale of its own, and slivers
 * are widened, so that they can be seen.
 *
 * @param left where the first block begins, in pixels
 * @param width of all blocks with the gaps between
 */
record AddressScale(double left, double width) {
  static final double SLIVER = 4;

  /** Source: RFC 1918. */
  private static final List<Cidr> PRIVATE =
      List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("172.16.0.0/12"), Cidr.parse("192.168.0.0/16"));

  private static final double GAP = 36;
  private static final double SMALLEST = 60;

  /** Part of the line. */
  record Band(double x, double width) {
    double end() {
      return x + width;
    }
  }

  /** A private range with its place. */
  record Block(Cidr range, Band band) {}

  /** The three private ranges, from left to right. */
  List<Block> blocks() {
    double room = Math.max(100, width - 2 * GAP - SMALLEST);
    double large = room * 16 / 17;
    double middle = Math.max(SMALLEST, room / 17);
    large = Math.min(large, room - middle);
    double second = left + large + GAP;
    return List.of(
        new Block(PRIVATE.get(0), new Band(left, large)),
        new Block(PRIVATE.get(1), new Band(second, middle)),
        new Block(PRIVATE.get(2), new Band(second + middle + GAP, SMALLEST)));
  }

  /** Where a range lies; empty for IPv6, and for public addresses. */
  Optional<Band> place(Cidr range) {
    if (range.isIpv6()) {
      return Optional.empty();
    }
    return blocks().stream()
        .filter(block -> block.range().overlaps(range))
        .findFirst()
        .map(block -> within(block, range));
  }

  /** Whether a range is one of those that are drawn. */
  static boolean holds(Cidr range) {
    return !range.isIpv6() && PRIVATE.stream().anyMatch(range::overlaps);
  }

  /** The width of a range that is on the line, without being widened. */
  double exactWidth(Cidr range) {
    return blocks().stream()
        .filter(block -> block.range().overlaps(range))
        .findFirst()
        .map(block ->
            block.band().width() * range.size().doubleValue() / block.range().size().doubleValue())
        .orElseThrow();
  }

  private static Band within(Block block, Cidr range) {
    double first = FreeRange.number(block.range().address());
    double all = block.range().size().doubleValue();
    double from = Math.max(0, FreeRange.number(range.address()) - first);
    double to =
        Math.min(all, FreeRange.number(range.address()) - first + range.size().doubleValue());
    double perAddress = block.band().width() / all;
    double wide = Math.max(SLIVER, (to - from) * perAddress);
    double x = block.band().x() + from * perAddress;
    return new Band(Math.min(x, block.band().end() - wide), wide);
  }
}
