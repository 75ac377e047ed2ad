package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.text.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StdinSecretsTest {
  private final SecretBook book = new SecretBook();
  private final StdinSecrets secrets = new StdinSecrets(book, wanting(true));

  private static ClusterSpec wanting(boolean account) {
    var registries = new TreeMap<String, RegistrySpec>();
    registries.put("r.example:5000", new RegistrySpec(account, false, false, Optional.empty()));
    var proxy = new ProxySpec("http://proxy:3128", Optional.empty(), List.of(), account);
    return ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1), Clusters.worker(2)))
        .withProxy(Optional.of(proxy))
        .with(ImagesSpec.DEFAULT.withRegistries(registries));
  }

  private void read(String text) throws IOException, StdinSecrets.Refused {
    secrets.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takesEveryKindOfSecret() throws IOException, StdinSecrets.Refused {
    read(
        """
        hosts:
          n1: {password: "a b", passphrase: 1234, sudo: 口令}
        bastion: {password: c, passphrase: d}
        registries: {r.example:5000: {user: me, password: e}}
        proxy: {user: you, password: f}
        """);
    assertThat(book.password("n1")).contains(Secret.of("a b"));
    assertThat(book.passphrase("n1")).contains(Secret.of("1234"));
    assertThat(book.sudo("n1")).contains(Secret.of("口令"));
    assertThat(book.password(SecretBook.BASTION)).contains(Secret.of("c"));
    assertThat(book.passphrase(SecretBook.BASTION)).contains(Secret.of("d"));
    assertThat(book.registries())
        .containsOnlyKeys("r.example:5000")
        .containsValue(new SecretBook.Account("me", Secret.of("e")));
    assertThat(book.proxy()).contains(new SecretBook.Account("you", Secret.of("f")));
  }

  @Test
  void whatNobodyWouldReadIsRefused() {
    var none = new StdinSecrets(book, wanting(false));
    for (String text :
        List.of(
            "{proxy: {user: a, password: b}}",
            "{registries: {r.example:5000: {user: a, password: b}}}")) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      assertThat(catchThrowableOfType(StdinSecrets.Refused.class, () -> none.read(in))).isNotNull();
    }
    assertThat(book.proxy()).isEmpty();
    assertThat(book.registries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{hosts: {n1: {pasword: s3cr3t}}}"
            + "|1, column 15: This key is not known here. Known are: password, passphrase, sudo.",
        "{hosts: {n9: {password: s3cr3t}}}"
            + "|1, column 10: This key is not known here. Known are: n1, n2.",
        "{s3cr3t: x}"
            + "|1, column 2: This key is not known here. Known are: hosts, bastion, registries,"
            + " proxy.",
        "{hosts: {n1: s3cr3t}}|1, column 14: Keys and values are expected here.",
        "{hosts: {n1: {password: [s3cr3t]}}}|1, column 25: A text is expected here.",
        "{proxy: {user: s3cr3t}}|1, column 9: user and password are both needed here.",
        "s3cr3t: {|1, column 10: This is not one YAML document.",
        "s3cr3t|1, column 1: Keys and values are expected here.",
      })
  void refusesMistakesByTheirPlaceAndRepeatsNothing(String text, String expected) {
    var refused = catchThrowableOfType(StdinSecrets.Refused.class, () -> read(text));
    var said = new Words(Locale.ENGLISH).say(refused.what());
    assertThat(said)
        .isEqualTo(
            "Secrets on standard input, line "
                + expected
                + " Nothing was taken, and nothing of it is repeated here.");
    assertThat(said + refused).doesNotContain("s3cr3t");
  }
}
