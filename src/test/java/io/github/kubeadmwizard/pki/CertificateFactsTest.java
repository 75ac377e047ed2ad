package io.github.kubeadmwizard.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateFactsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa:2048",
        "ec -pkeyopt ec_paramgen_curve:P-256",
        "ec -pkeyopt ec_paramgen_curve:P-384"
      })
  void theHashIsThatOfOpenssl(String key) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
    var pem = make(key);
    var expected =
        shell(
            "openssl x509 -pubkey -noout -in ca.crt | openssl pkey -pubin -outform der |"
                + " sha256sum");
    assertThat(CertificateFacts.first(pem).orElseThrow().publicKeyHash())
        .isEqualTo("sha256:" + expected.substring(0, 64));
  }

  @Test
  void aCertificateTellsItsNamesAndItsTime() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
    var facts = CertificateFacts.first("text before\n" + make("rsa:2048")).orElseThrow();
    assertThat(facts.subject()).isEqualTo("CN=kubernetes");
    assertThat(facts.issuer()).isEqualTo("CN=kubernetes");
    assertThat(facts.names()).isEqualTo(List.of("k8s.example.org", "10.88.0.11"));
    assertThat(facts.authority()).isTrue();
    assertThat(facts.left(facts.notBefore())).isEqualTo(Duration.ofDays(10));
  }

  @Test
  void whatIsNoCertificateGivesNothing() {
    assertThat(CertificateFacts.first("")).isEmpty();
    assertThat(
            CertificateFacts.first("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
        .isEmpty();
  }

  private String make(String key) throws IOException, InterruptedException {
    shell(
        "openssl req -x509 -nodes -newkey "
            + key
            + " -keyout ca.key -out ca.crt -days 10 -subj /CN=kubernetes"
            + " -addext subjectAltName=DNS:k8s.example.org,IP:10.88.0.11 2>/dev/null");
    return Files.readString(directory.resolve("ca.crt"));
  }

  private String shell(String command) throws IOException, InterruptedException {
    var process = new ProcessBuilder("bash", "-c", command).directory(directory.toFile()).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
