package io.github.kubeadmwizard.ssh;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.cipher.Cipher;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The cipher {@code chacha20-poly1305@openssh.com}, for servers that take no other. The JDK has
 * another variant of ChaCha20 only, so this one is Bouncy Castle's, used as a library. Source:
 * OpenSSH, PROTOCOL.chacha20poly1305.
 */
final class ChaChaPoly implements Cipher {
  private static final int KEY = 32;
  private static final int TAG = 16;
  private static final int BLOCK = 64;
  private static final int LENGTH = 4;

  private final ChaChaEngine payload = new ChaChaEngine();
  private final ChaChaEngine lengths = new ChaChaEngine();
  private final Poly1305 poly = new Poly1305();
  private KeyParameter payloadKey = new KeyParameter(new byte[KEY]);
  private KeyParameter lengthKey = new KeyParameter(new byte[KEY]);
  private byte[] sealedLength = {};
  private boolean decrypting;

  /** sshj means the length of the key. */
  @Override
  public int getBlockSize() {
    return 2 * KEY;
  }

  @Override
  public int getIVSize() {
    return 0;
  }

  @Override
  public int getAuthenticationTagSize() {
    return TAG;
  }

  @Override
  public void init(Mode mode, byte[] key, byte[] iv) {
    decrypting = mode == Mode.Decrypt;
    payloadKey = new KeyParameter(key, 0, KEY);
    lengthKey = new KeyParameter(key, KEY, KEY);
    setSequenceNumber(0);
  }

  /** Each packet's number is its nonce; the first block makes the packet's Poly1305 key. */
  @Override
  public void setSequenceNumber(long number) {
    byte[] nonce = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    payload.init(true, new ParametersWithIV(payloadKey, nonce));
    lengths.init(true, new ParametersWithIV(lengthKey, nonce));
    byte[] first = new byte[BLOCK];
    payload.processBytes(first, 0, BLOCK, first, 0);
    poly.init(new KeyParameter(first, 0, KEY));
    sealedLength = new byte[0];
  }

  @Override
  public void updateAAD(byte[] data, int offset, int length) {
    if (decrypting) {
      sealedLength = Arrays.copyOfRange(data, offset, offset + LENGTH);
    }
    lengths.processBytes(data, offset, LENGTH, data, offset);
  }

  @Override
  public void updateAAD(byte[] data) {
    updateAAD(data, 0, LENGTH);
  }

  @Override
  public void update(byte[] packet, int offset, int length) {
    int end = offset + length;
    if (decrypting) {
      byte[] expected = tag(sealedLength, packet, offset, length);
      if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(packet, end, end + TAG))) {
        throw new SSHRuntimeException("a packet was changed on its way");
      }
    }
    payload.processBytes(packet, offset, length, packet, offset);
    if (!decrypting) {
      System.arraycopy(
          tag(new byte[0], packet, offset - LENGTH, LENGTH + length), 0, packet, end, TAG);
    }
  }

  private byte[] tag(byte[] before, byte[] bytes, int offset, int length) {
    poly.update(before, 0, before.length);
    poly.update(bytes, offset, length);
    byte[] tag = new byte[TAG];
    poly.doFinal(tag, 0);
    return tag;
  }

  @Override
  public void updateWithAAD(byte[] input, int offset, int aadLength, int inputLength) {
    updateAAD(input, offset, aadLength);
    update(input, offset + aadLength, inputLength);
  }
}
