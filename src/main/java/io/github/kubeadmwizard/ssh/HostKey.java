package io.github.kubeadmwizard.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A host's public key.
 *
 * @param type such as {@code ssh-ed25519}
 * @param base64 the key as it stands in known_hosts
 */
public record HostKey(String type, String base64) {
  public HostKey {
    if (type.isBlank() || base64.isBlank()) {
      throw new IllegalArgumentException("a host key needs a type and a key");
    }
  }

  /** The fingerprint as ssh shows it: {@code SHA256:} and 43 characters. */
  public String fingerprint() {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256());
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
