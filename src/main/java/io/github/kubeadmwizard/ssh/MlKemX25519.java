package io.github.kubeadmwizard.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.SHA256;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.kex.KeyExchangeBase;
import org.jspecify.annotations.Nullable;

/**
 * The key exchange {@code mlkem768x25519-sha256}, safe against later quantum computers, over the
 * JDK's own ML-KEM and X25519. Source: draft-ietf-sshm-mlkem-hybrid-kex.
 */
final class MlKemX25519 extends KeyExchangeBase {
  private static final int KEM_CIPHERTEXT = 1088;
  private static final int KEM_PUBLIC = 1184;
  private static final int X25519_PUBLIC = 32;

  private @Nullable KeyPair kemKeys;
  private @Nullable KeyPair curveKeys;
  private byte[] sent = {};
  private byte[] shared = {};

  MlKemX25519() {
    super(new SHA256());
  }

  /** Makes one for each exchange. */
  static final class Factory implements net.schmizz.sshj.common.Factory.Named<KeyExchange> {
    @Override
    public String getName() {
      return "mlkem768x25519-sha256";
    }

    @Override
    public KeyExchange create() {
      return new MlKemX25519();
    }
  }

  @Override
  public void init(
      Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
      throws GeneralSecurityException, TransportException {
    super.init(transport, serverId, clientId, serverInit, clientInit);
    digest.init();
    KeyPair kem = KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair();
    KeyPair curve = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    kemKeys = kem;
    curveKeys = curve;
    sent = joined(tail(kem.getPublic(), KEM_PUBLIC), tail(curve.getPublic(), X25519_PUBLIC));
    transport.write(new SSHPacket(Message.KEXDH_INIT).putBytes(sent));
  }

  @Override
  public boolean next(Message message, SSHPacket packet)
      throws GeneralSecurityException, TransportException {
    if (message != Message.KEXDH_31) {
      throw failed("unexpected packet " + message);
    }
    try {
      byte[] hostKeyBlob = packet.readBytes();
      byte[] answer = packet.readBytes();
      byte[] signature = packet.readBytes();
      hostKey = new Buffer.PlainBuffer(hostKeyBlob).readPublicKey();
      shared = sharedSecret(answer);
      H = exchangeHash(hostKeyBlob, answer);
      verify(signature);
      return true;
    } catch (Buffer.BufferException e) {
      throw new TransportException(e);
    }
  }

  private byte[] sharedSecret(byte[] answer) throws GeneralSecurityException, TransportException {
    KeyPair kem = kemKeys;
    KeyPair curve = curveKeys;
    if (kem == null || curve == null || answer.length != KEM_CIPHERTEXT + X25519_PUBLIC) {
      throw failed("an answer of the wrong length");
    }
    byte[] ciphertext = Arrays.copyOf(answer, KEM_CIPHERTEXT);
    byte[] first =
        KEM.getInstance("ML-KEM")
            .newDecapsulator(kem.getPrivate())
            .decapsulate(ciphertext)
            .getEncoded();
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(curve.getPrivate());
    agreement.doPhase(
        peer(curve.getPublic(), Arrays.copyOfRange(answer, KEM_CIPHERTEXT, answer.length)), true);
    return MessageDigest.getInstance("SHA-256").digest(joined(first, agreement.generateSecret()));
  }

  private byte[] exchangeHash(byte[] hostKeyBlob, byte[] answer) {
    Buffer.PlainBuffer all =
        initializedBuffer()
            .putString(hostKeyBlob)
            .putString(sent)
            .putString(answer)
            .putString(shared);
    digest.update(all.array(), all.rpos(), all.available());
    return digest.digest();
  }

  private void verify(byte[] signatureBytes) throws TransportException {
    Signature signature = trans.getHostKeyAlgorithm().newSignature();
    signature.initVerify(hostKey);
    signature.update(H, 0, H.length);
    if (!signature.verify(signatureBytes)) {
      throw failed("the host's signature is wrong");
    }
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

  private static PublicKey peer(PublicKey own, byte[] raw) throws GeneralSecurityException {
    byte[] encoded = own.getEncoded(); // the same header, another key
    System.arraycopy(raw, 0, encoded, encoded.length - X25519_PUBLIC, X25519_PUBLIC);
    return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static byte[] tail(PublicKey key, int length) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static TransportException failed(String why) {
    return new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, why);
  }
}
