package io.github.kubeadmwizard.ssh;

import java.security.KeyPair;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.method.KeyedAuthMethod;

/**
 * The method "publickey" with a key that is open. It signs at once instead of asking first whether
 * the key would do: a round trip less, and the host looks the key up once. Source: RFC 4252,
 * section 7.
 */
final class KeyMethod extends KeyedAuthMethod {
  KeyMethod(KeyPair key) {
    super("publickey", new KeyPairWrapper(key));
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return putSig(putPubKey(super.buildReq().putBoolean(true)));
  }
}
