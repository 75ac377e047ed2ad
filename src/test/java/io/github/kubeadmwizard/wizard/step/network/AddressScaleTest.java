package io.github.kubeadmwizard.wizard.step.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.wizard.step.network.AddressScale.Band;
import org.junit.jupiter.api.Test;

final class AddressScaleTest {
  private final AddressScale scale = new AddressScale(100, 900);

  private Band place(String range) {
    return scale.place(Cidr.parse(range)).orElseThrow();
  }

  @Test
  void equalNumbersOfAddressesAreEquallyWide() {
    assertThat(place("10.0.0.0/9").width()).isCloseTo(place("10.128.0.0/9").width(), within(0.01));
    assertThat(place("10.0.0.0/9").width())
        .isCloseTo(8 * place("10.240.0.0/12").width(), within(0.01));
  }

  @Test
  void rangesThatFollowEachOtherTouch() {
    assertThat(place("10.0.0.0/9").x()).isEqualTo(100);
    assertThat(place("10.0.0.0/9").end()).isCloseTo(place("10.128.0.0/9").x(), within(0.01));
  }

  @Test
  void sliversAreWidenedAndStayInside() {
    Band last = place("10.255.255.0/24");
    assertThat(last.width()).isEqualTo(AddressScale.SLIVER);
    assertThat(last.end()).isLessThanOrEqualTo(place("10.128.0.0/9").end() + 0.01);
  }

  @Test
  void theThreePrivateRangesFillTheLineWithoutTouching() {
    var blocks = scale.blocks();
    assertThat(blocks.get(0).band().end()).isLessThan(blocks.get(1).band().x());
    assertThat(blocks.get(1).band().end()).isLessThan(blocks.get(2).band().x());
    assertThat(blocks.get(2).band().end()).isCloseTo(1000, within(0.01));
  }

  @Test
  void publicAddressesAndIpv6HaveNoPlace() {
    assertThat(scale.place(Cidr.parse("203.0.113.0/24"))).isEmpty();
    assertThat(scale.place(Cidr.parse("fd00::/56"))).isEmpty();
  }

  @Test
  void aRangeLargerThanItsBlockFillsIt() {
    assertThat(place("10.0.0.0/7").width()).isCloseTo(place("10.0.0.0/8").width(), within(0.01));
  }
}
