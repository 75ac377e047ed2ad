package io.github.kubeadmwizard.ssh;

import java.security.SecureRandom;
import java.util.Arrays;
import net.schmizz.sshj.transport.TransportException;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * A key pair on Curve25519 for one exchange, by Bouncy Castle: it takes a third of the time of the
 * JDK's. Source: RFC 7748.
 */
final class X25519Keys {
  /** Bytes of a public key, and of a shared secret. */
  static final int LENGTH = X25519.POINT_SIZE;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret = new byte[X25519.SCALAR_SIZE];
  private final byte[] told = new byte[LENGTH];

  X25519Keys() {
    X25519.generatePrivateKey(RANDOM, secret);
    X25519.generatePublicKey(secret, 0, told, 0);
  }

  /** What the host is told of it. */
  byte[] told() {
    return told.clone();
  }

  /**
   * The secret that is shared with the owner of the other public key; our own is forgotten.
   *
   * @throws TransportException if the key is of another length, or one of those with which the
   *     secret is known to all (RFC 8731, section 3)
   */
  byte[] agree(byte[] other) throws TransportException {
    byte[] shared = new byte[LENGTH];
    boolean secure =
        other.length == LENGTH && X25519.calculateAgreement(secret, 0, other, 0, shared, 0);
    Arrays.fill(secret, (byte) 0);
    if (!secure) {
      throw SignedExchange.failed("the host's half of the exchange is no key of Curve25519");
    }
    return shared;
  }
}
