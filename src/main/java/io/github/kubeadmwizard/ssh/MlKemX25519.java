package io.github.kubeadmwizard.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.KEM;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * The key exchange {@code mlkem768x25519-sha256}, safe against later quantum computers, over the
 * JDK's own ML-KEM. Source: draft-ietf-sshm-mlkem-hybrid-kex.
 */
final class MlKemX25519 extends SignedExchange {
  private static final int KEM_CIPHERTEXT = 1088;
  private static final int KEM_PUBLIC = 1184;

  private final X25519Keys curve = new X25519Keys();
  private @Nullable KeyPair kemKeys;
  private byte[] shared = {};

  @Override
  byte[] offer() throws GeneralSecurityException {
    KeyPair kem = KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair();
    kemKeys = kem;
    byte[] encoded = kem.getPublic().getEncoded();
    return joined(
        Arrays.copyOfRange(encoded, encoded.length - KEM_PUBLIC, encoded.length), curve.told());
  }

  @Override
  void agree(byte[] answer) throws GeneralSecurityException, TransportException {
    KeyPair kem = kemKeys;
    if (kem == null || answer.length != KEM_CIPHERTEXT + X25519Keys.LENGTH) {
      throw failed("an answer of the wrong length");
    }
    byte[] ciphertext = Arrays.copyOf(answer, KEM_CIPHERTEXT);
    byte[] first =
        KEM.getInstance("ML-KEM")
            .newDecapsulator(kem.getPrivate())
            .decapsulate(ciphertext)
            .getEncoded();
    byte[] second = curve.agree(Arrays.copyOfRange(answer, KEM_CIPHERTEXT, answer.length));
    shared = MessageDigest.getInstance("SHA-256").digest(joined(first, second));
  }

  @Override
  void putShared(Buffer.PlainBuffer all) {
    all.putString(shared);
  }

  /**
   * The shared secret. sshj derives the keys from it as an mpint; this exchange wants a plain
   * string of 32 bytes, so the number writes itself as exactly these bytes.
   */
  @Override
  public BigInteger getK() {
    byte[] bytes = shared;
    return new BigInteger(1, bytes) {
      private static final long serialVersionUID = 1L;

      @Override
      public byte[] toByteArray() {
        return bytes.clone();
      }
    };
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
