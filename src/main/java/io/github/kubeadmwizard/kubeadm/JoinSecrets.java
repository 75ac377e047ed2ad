package io.github.kubeadmwizard.kubeadm;

/**
 * What lets a node join. In documents that are shown, kept or exported these are the placeholders;
 * real values are filled in on the host only.
 *
 * @param token bootstrap token
 * @param caCertHash {@code sha256:} and the hash of the CA's public key
 * @param certificateKey decrypts the control plane's certificates; unused for workers
 */
public record JoinSecrets(String token, String caCertHash, String certificateKey) {
  /** Stands for the bootstrap token. */
  public static final String TOKEN = "<join-token>";

  /** Stands for the hash of the CA's public key. */
  public static final String CA_CERT_HASH = "<ca-hash>";

  /** Stands for the certificate key. */
  public static final String CERTIFICATE_KEY = "<certificate-key>";

  /** The placeholders. */
  public static final JoinSecrets PLACEHOLDERS =
      new JoinSecrets(TOKEN, CA_CERT_HASH, CERTIFICATE_KEY);

  /** Hides the values, for real ones may be in it. */
  @Override
  public String toString() {
    return "JoinSecrets[hidden]";
  }
}
