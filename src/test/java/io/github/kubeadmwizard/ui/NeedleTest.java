package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeedleTest {
  @ParameterizedTest
  @CsvSource({
    "etcd, '[etcd] member of the ETCD cluster, Etcd', 1:21:35",
    "AA, aaaaa, 0:2",
    "镜像, 拉取镜像：镜像 a, 2:5",
    "é, 'É é', 2",
    "a, '', ''",
    "'', abc, ''",
    "abcd, abc, ''",
    "'c', 'abc', 2"
  })
  void findsTheSamePlacesInTextAndInBytes(String needle, String text, String places) {
    var wanted =
        Arrays.stream(places.split(":"))
            .filter(p -> !p.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    var bytes = ("cd" + text + "ab").getBytes(StandardCharsets.UTF_8);
    assertThat(new Needle(needle).in(text)).containsExactly(wanted);
    assertThat(new Needle(needle).count(bytes, 2, bytes.length - 2)).isEqualTo(wanted.length);
  }
}
