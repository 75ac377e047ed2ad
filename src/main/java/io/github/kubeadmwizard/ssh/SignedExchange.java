package io.github.kubeadmwizard.ssh;

import java.security.GeneralSecurityException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.SHA256;
import net.schmizz.sshj.transport.kex.KeyExchangeBase;

/**
 * A key exchange in which each side says one string, over SHA-256, and the host signs what both
 * have said. Source: RFC 5656, section 4.
 */
abstract class SignedExchange extends KeyExchangeBase {
  private byte[] sent = {};

  SignedExchange() {
    super(new SHA256());
  }

  /** What we say: our half of the exchange. */
  abstract byte[] offer() throws GeneralSecurityException;

  /**
   * Works the shared secret out of the host's half.
   *
   * @throws TransportException if it is not one
   */
  abstract void agree(byte[] answer) throws GeneralSecurityException, TransportException;

  /** Writes the shared secret as this exchange's hash wants it. */
  abstract void putShared(Buffer.PlainBuffer all);

  @Override
  public void init(
      Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
      throws GeneralSecurityException, TransportException {
    super.init(transport, serverId, clientId, serverInit, clientInit);
    digest.init();
    sent = offer();
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
      agree(answer);
      H = exchangeHash(hostKeyBlob, answer);
      verify(signature);
      return true;
    } catch (Buffer.BufferException e) {
      throw new TransportException(e);
    }
  }

  private byte[] exchangeHash(byte[] hostKeyBlob, byte[] answer) {
    Buffer.PlainBuffer all =
        initializedBuffer().putString(hostKeyBlob).putString(sent).putString(answer);
    putShared(all);
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

  static TransportException failed(String why) {
    return new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, why);
  }
}
