package io.github.kubeadmwizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.244.0.0/16, 10.244.0.0/16",
    "fd00:10:244::/56, fd00:10:244::/56",
    "FD00:0:0:0:0:0:0:0/8, fd00::/8",
    "::/0, ::/0",
    "2001:db8:0:0:1:0:0:0/80, 2001:db8:0:0:1::/80",
    "2001:db8:0:1:0:0:0:0/64, 2001:db8:0:1::/64",
    "1:0:0:2:0:0:0:0/64, 1:0:0:2::/64",
    "0:0:1::/48, 0:0:1::/48",
  })
  void writesAddressesAsPeopleDo(String text, String written) {
    assertThat(Cidr.parse(text)).hasToString(written);
    assertThat(Cidr.parse(written)).isEqualTo(Cidr.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.244.0.1/16",
        "10.244.0.0/33",
        "10.244.0.0",
        "10.244/16",
        "010.0.0.0/8",
        "10.0.0.0./8",
        "fd00::%1/8",
        "10.256.0.0/16",
        "a/8",
        "/8",
        "fd00::1/64",
        "fd00::/129",
        "10.0.0.0/-1",
        "example.org/8"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsTheRangeAroundAnAddress() {
    assertThat(Cidr.around("10.244.3.1/16")).isEqualTo(Cidr.parse("10.244.0.0/16"));
    assertThat(Cidr.around("fd00::5/64")).isEqualTo(Cidr.parse("fd00::/64"));
  }

  @Test
  void knowsItsSizeAndWhatLiesInIt() {
    var range = Cidr.parse("10.96.0.0/12");
    assertThat(range.size()).isEqualTo(BigInteger.valueOf(1 << 20));
    assertThat(range.contains("10.111.255.255")).isTrue();
    assertThat(range.contains("10.112.0.0")).isFalse();
    assertThat(range.contains("fd00::1")).isFalse();
    assertThat(range.overlaps(Cidr.parse("10.100.0.0/16"))).isTrue();
    assertThat(range.overlaps(Cidr.parse("10.244.0.0/16"))).isFalse();
  }
}
