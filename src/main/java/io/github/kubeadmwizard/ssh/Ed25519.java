package io.github.kubeadmwizard.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The signature {@code ssh-ed25519} by Bouncy Castle, which takes a tenth of the time of the JDK's.
 * Sources: RFC 8032, RFC 8709.
 */
final class Ed25519 implements Signature {
  private static final String NAME = KeyType.ED25519.toString();
  private static final int PUBLIC = org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;
  private static final int SECRET = org.bouncycastle.math.ec.rfc8032.Ed25519.SECRET_KEY_SIZE;
  private static final int SIZE = org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

  private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
  private @Nullable EdECPrivateKey signer;
  private byte[] host = {};

  /** The algorithm, for keys of hosts and of people. */
  static Factory.Named<KeyAlgorithm> algorithm() {
    return new KeyAlgorithms.Factory(
        NAME, new Made<Signature>(NAME, Ed25519::new), KeyType.ED25519);
  }

  @Override
  public String getSignatureName() {
    return NAME;
  }

  @Override
  public void initVerify(PublicKey key) {
    byte[] encoded = key.getEncoded(); // X.509: the key is its end
    if (encoded == null || encoded.length < PUBLIC || KeyType.fromKey(key) != KeyType.ED25519) {
      throw new SSHRuntimeException("no public key of the kind " + NAME);
    }
    host = Arrays.copyOfRange(encoded, encoded.length - PUBLIC, encoded.length);
    signed.reset();
  }

  @Override
  public void initSign(PrivateKey key) {
    if (!(key instanceof EdECPrivateKey ours)) {
      throw new SSHRuntimeException("no private key of the kind " + NAME);
    }
    signer = ours;
    signed.reset();
  }

  @Override
  public void update(byte[] bytes) {
    update(bytes, 0, bytes.length);
  }

  @Override
  public void update(byte[] bytes, int from, int length) {
    signed.write(bytes, from, length);
  }

  @Override
  public byte[] sign() {
    EdECPrivateKey key = signer;
    byte[] secret = key == null ? new byte[0] : key.getBytes().orElse(new byte[0]);
    try {
      if (secret.length != SECRET) {
        throw new SSHRuntimeException("the private key cannot be read");
      }
      byte[] message = signed.toByteArray();
      byte[] signature = new byte[SIZE];
      org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
          secret, 0, message, 0, message.length, signature, 0);
      return signature;
    } finally {
      Arrays.fill(secret, (byte) 0);
      signed.reset();
    }
  }

  @Override
  public byte[] encode(byte[] signature) {
    return signature;
  }

  @Override
  public boolean verify(byte[] blob) {
    byte[] message = signed.toByteArray();
    signed.reset();
    try {
      var said = new Buffer.PlainBuffer(blob);
      if (!said.readString().equals(NAME)) {
        return false;
      }
      byte[] signature = said.readBytes();
      return host.length == PUBLIC
          && signature.length == SIZE
          && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
              signature, 0, host, 0, message, 0, message.length);
    } catch (Buffer.BufferException _) {
      return false;
    }
  }
}
