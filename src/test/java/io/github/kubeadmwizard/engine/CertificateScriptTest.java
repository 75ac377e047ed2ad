package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWaiting;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.text.Message;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A certificate by the real openssl; kubectl keeps what it is given. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class CertificateScriptTest {
  private static final String HOST = "it.space.svc";
  private static final String KUBECTL =
      """
      #!/bin/bash
      printf '%s\\n' "$*" >> "$KW_ROOT/asked"
      case " $* " in
        *' get secret '*) [ ! -e "$KW_ROOT/secret" ] || cat "$KW_ROOT/secret" ;;
        *' get configmap '*) [ ! -e "$KW_ROOT/configmap" ] || cat "$KW_ROOT/configmap" ;;
        *' get service '*) printf 127.0.0.1 ;;
        *' -f - '*)
          object=$(cat)
          case $object in *'"Secret"'*) kind=Secret ;; *) kind=ConfigMap ;; esac
          printf '%s' "$object" > "$KW_ROOT/given-$kind"
          echo "$kind applied" ;;
      esac
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
    host.put("etc/kubernetes/admin.conf", "");
  }

  private static Map<String, String> wanted() {
    return Map.of(
        "NAMESPACE", "space",
        "NAME", "certs",
        "CERTIFICATE", "it.crt",
        "KEY", "it.key",
        "HOST", HOST,
        "READER", "proxy/it",
        "FILE", "it.yaml",
        "TEXT", "{\"trusts\": [@CERTIFICATE@]}");
  }

  private List<HostSpeech> made() throws Exception {
    return host.run("generated-certificate.sh", wanted());
  }

  private JsonTree given(String kind) throws Exception {
    return JsonTree.of(host.text("given-" + kind));
  }

  private String secret(String key) throws Exception {
    return new String(
        Base64.getDecoder().decode(given("Secret").at("data", key).text().orElseThrow()),
        StandardCharsets.UTF_8);
  }

  /** As if the cluster had it. */
  private void keep() throws Exception {
    host.put("secret", given("Secret").at("data", "it.crt").text().orElseThrow());
    host.put("configmap", given("ConfigMap").at("data", "it.yaml").text().orElseThrow());
  }

  private static X509Certificate read(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void itIsForThisNameAloneAndItsReaderTrustsIt() throws Exception {
    var said = made();
    assertThat(said).last().isEqualTo(new SaidChanged());
    var certificate = read(secret("it.crt"));
    assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, HOST));
    assertThat(certificate.getBasicConstraints()).as("signs nothing else").isEqualTo(-1);
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.getNotAfter().toInstant())
        .isAfter(Instant.now().plus(Duration.ofDays(3600)));
    certificate.verify(certificate.getPublicKey());
    var read = JsonTree.of(given("ConfigMap").at("data", "it.yaml").text().orElseThrow());
    assertThat(read.at("trusts").items())
        .extracting(item -> item.text().orElseThrow() + "\n")
        .containsExactly(secret("it.crt"));
    assertThat(ScriptRoot.befores(said))
        .containsExactly(
            "object {existed=false, kind=Secret, name=certs, namespace=space}",
            "object {existed=unknown, kind=ConfigMap, name=it, namespace=proxy}");
  }

  @Test
  void itsKeyIsInTheSecretAndNowhereElse() throws Exception {
    String said = made().toString();
    String key = secret("it.key");
    assertThat(key)
        .startsWith("-----BEGIN PRIVATE KEY-----")
        .endsWith("-----END PRIVATE KEY-----\n");
    String secret = key.lines().skip(1).findFirst().orElseThrow();
    String encoded = given("Secret").at("data", "it.key").text().orElseThrow();
    for (String other : List.of(said, host.text("asked"), host.text("given-ConfigMap"))) {
      assertThat(other).doesNotContain(secret).doesNotContain(encoded);
    }
    Files.delete(root.resolve("given-Secret"));
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secret, encoded));
    }
  }

  @Test
  void itIsMadeOnceAndItsReaderIsToldAgain() throws Exception {
    made();
    keep();
    String once = host.text("given-Secret");
    assertThat(made()).containsExactly(new SaidUnchanged());
    host.put("configmap", "{}");
    Files.delete(root.resolve("given-ConfigMap"));
    assertThat(made()).last().isEqualTo(new SaidChanged());
    assertThat(host.text("given-Secret")).isEqualTo(once);
    assertThat(host.text("given-ConfigMap")).contains("BEGIN CERTIFICATE");
  }

  @Test
  void oneOfSomebodyElseIsNotReplaced() throws Exception {
    made();
    keep();
    var other = new java.util.HashMap<>(wanted());
    other.put("HOST", "other.space.svc");
    assertThat(host.run("generated-certificate.sh", other))
        .containsExactly(
            new SaidFailed("install.certificateTaken", List.of("space/certs", "other.space.svc")));
  }

  @Test
  void withoutOpensslItIsSaidAndNothingIsGiven() throws Exception {
    host.program("openssl", "#!/bin/bash\necho 'unknown option -addext' >&2\nexit 1\n");
    assertThat(made()).last().isEqualTo(new SaidFailed("install.noOpenssl", List.of(HOST)));
    assertThat(root.resolve("given-Secret")).doesNotExist();
  }

  @Test
  void aLookChangesNothing() throws Exception {
    assertThat(host.look("generated-certificate.sh", wanted()))
        .containsExactly(new SaidWouldChange());
    assertThat(root.resolve("given-Secret")).doesNotExist();
  }

  /** Until Traefik has the certificate, it answers 404 or 500. */
  @Test
  void aPageIsAwaitedUntilItAnswersWell() throws Exception {
    host.program(
        "openssl",
        """
        #!/bin/bash
        printf '%s ' "$@" >> "$KW_ROOT/asked"
        cat >> "$KW_ROOT/asked"
        if [ -e "$KW_ROOT/tried" ]; then
          printf 'HTTP/1.1 200 OK\\r\\n\\r\\nHello'
        else
          printf 'HTTP/1.1 500 Internal Server Error\\r\\n\\r\\n'
        fi
        : > "$KW_ROOT/tried"
        """);
    assertThat(host.run("wait-addon.sh", Map.of("AWAITED", "page traefik proxy/it.example.lan")))
        .containsExactly(
            new SaidWaiting(
                Message.of(
                    "install.waiting.page",
                    "it.example.lan",
                    "HTTP/1.1 500 Internal Server Error")),
            new SaidUnchanged());
    assertThat(host.text("asked"))
        .contains("-servername it.example.lan -connect 127.0.0.1:443")
        .contains("Host: it.example.lan\r\n");
  }
}
