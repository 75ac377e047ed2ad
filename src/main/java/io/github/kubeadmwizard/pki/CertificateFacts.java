package io.github.kubeadmwizard.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a certificate says. The JDK reads RSA and ECDSA alike, so no other library is needed here.
 *
 * @param subject RFC 2253, such as {@code CN=kubernetes}
 * @param issuer RFC 2253
 * @param names subject alternative names: DNS names and addresses
 * @param authority whether it may sign others
 * @param publicKeyHash {@code sha256:} and the hash of the public key in hex, as {@code
 *     caCertHashes} wants it. Source: kubeadm's pubkeypin, RFC 7469 section 2.4
 */
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    boolean authority,
    String publicKeyHash) {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  public CertificateFacts {
    names = List.copyOf(names);
  }

  /** The first certificate of a PEM text; empty where there is none that can be read. */
  public static Optional<CertificateFacts> first(String pem) {
    var block = PEM.matcher(pem);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      var bytes = block.group().getBytes(StandardCharsets.US_ASCII);
      var factory = CertificateFactory.getInstance("X.509");
      var certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
      return Optional.of(of(certificate));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** How long it still holds; negative when it has expired. */
  public Duration left(Instant now) {
    return Duration.between(now, notAfter);
  }

  private static CertificateFacts of(X509Certificate certificate) throws CertificateException {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        certificate.getBasicConstraints() >= 0,
        hash(certificate.getPublicKey().getEncoded()));
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.getFirst().equals(DNS_NAME) || name.getFirst().equals(IP_ADDRESS))
            .map(name -> String.valueOf(name.get(1)))
            .collect(Collectors.toList());
  }

  private static String hash(byte[] subjectPublicKeyInfo) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(subjectPublicKeyInfo);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
