package io.github.kubeadmwizard.ssh;

import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the host's key inside the key exchange, at once and without asking: what is not known is
 * recorded and refused.
 */
final class HostKeyGate implements HostKeyVerifier {
  private final HostKeys keys;
  private final SshTarget target;
  private volatile @Nullable HostKeyCause refusal;

  HostKeyGate(HostKeys keys, SshTarget target) {
    this.keys = keys;
    this.target = target;
  }

  /** Why the key was refused, if it was. */
  Optional<HostKeyCause> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public boolean verify(String hostname, int port, PublicKey publicKey) {
    String type = KeyType.fromKey(publicKey).toString();
    byte[] blob = new Buffer.PlainBuffer().putPublicKey(publicKey).getCompactData();
    var key = new HostKey(type, Base64.getEncoder().encodeToString(blob));
    refusal = judge(key);
    return refusal == null;
  }

  private @Nullable HostKeyCause judge(HostKey key) {
    String address = target.address();
    int port = target.port();
    try {
      return switch (keys.check(address, port, key)) {
        case HostKeyAnswer.Known _ -> null;
        case HostKeyAnswer.Unknown _ -> new HostKeyCause.Unknown(address, port, key);
        case HostKeyAnswer.Changed changed ->
            new HostKeyCause.Changed(address, port, changed.expected(), key);
        case HostKeyAnswer.Revoked revoked ->
            new HostKeyCause.Revoked(address, port, key, revoked.by());
      };
    } catch (UncheckedIOException e) {
      return new HostKeyCause.Unreadable(address, port, String.valueOf(e.getMessage()));
    }
  }

  /** The host is asked for keys of the types that we know, as ssh does. */
  @Override
  public List<String> findExistingAlgorithms(String hostname, int port) {
    try {
      return keys.knownTypes(target.address(), target.port()).stream()
          .flatMap(type -> Algorithms.signaturesOf(type).stream())
          .toList();
    } catch (UncheckedIOException _) {
      return List.of(); // told by verify
    }
  }
}
