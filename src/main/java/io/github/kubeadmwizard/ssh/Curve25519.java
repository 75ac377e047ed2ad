package io.github.kubeadmwizard.ssh;

import java.math.BigInteger;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.kex.KeyExchange;

/** The key exchange {@code curve25519-sha256}. Source: RFC 8731. */
final class Curve25519 extends SignedExchange {
  private final X25519Keys keys = new X25519Keys();
  private BigInteger shared = BigInteger.ZERO;

  /**
   * Makes one for each exchange.
   *
   * @param name under which it is offered: the one of the RFC, or the one that it had before
   */
  record Factory(String name) implements net.schmizz.sshj.common.Factory.Named<KeyExchange> {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public KeyExchange create() {
      return new Curve25519();
    }
  }

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
