package io.github.kubeadmwizard.ssh;

import java.math.BigInteger;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.TransportException;

/** The key exchange {@code curve25519-sha256}. Source: RFC 8731. */
final class Curve25519 extends SignedExchange {
  private final X25519Keys keys = new X25519Keys();
  private BigInteger shared = BigInteger.ZERO;

  @Override
  byte[] offer() {
    return keys.told();
  }

  @Override
  void agree(byte[] answer) throws TransportException {
    shared = new BigInteger(1, keys.agree(answer));
  }

  @Override
  void putShared(Buffer.PlainBuffer all) {
    all.putMPInt(shared);
  }

  @Override
  public BigInteger getK() {
    return shared;
  }
}
