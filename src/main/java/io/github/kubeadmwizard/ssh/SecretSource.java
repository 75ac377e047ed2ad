package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Secret;
import java.util.Optional;

/**
 * Gives the secrets of a host, by the target's name. Asked between the steps of a login, never
 * inside the key exchange; the caller owns what it gives.
 */
public interface SecretSource {
  /** The login password. */
  Optional<Secret> password(String host);

  /** The passphrase of the private key. */
  Optional<Secret> passphrase(String host);

  /** The password that sudo asks for; often the login password. */
  Optional<Secret> sudo(String host);

  /** A source that has none. */
  static SecretSource none() {
    return new SecretSource() {
      @Override
      public Optional<Secret> password(String host) {
        return Optional.empty();
      }

      @Override
      public Optional<Secret> passphrase(String host) {
        return Optional.empty();
      }

      @Override
      public Optional<Secret> sudo(String host) {
        return Optional.empty();
      }
    };
  }
}
