package io.github.kubeadmwizard.session;

import java.util.Optional;

/**
 * A secret that a host needs before it lets us in.
 *
 * @param kind what for
 * @param name whose: the host's label, or {@link SecretBook#BASTION}
 * @param user the login user
 * @param address where it is
 * @param keyFile the key that the passphrase opens; hosts with the same key share it
 * @param again whether one was given and was wrong
 */
public record SecretNeed(
    Kind kind, String name, String user, String address, Optional<String> keyFile, boolean again) {

  /** What a secret is for. */
  public enum Kind {
    PASSWORD,
    PASSPHRASE,
    SUDO
  }

  /** Where it stands in the YAML of {@code --secrets-from-stdin}: {@code hosts.n1.password}. */
  public String path() {
    String who = name.equals(SecretBook.BASTION) ? "bastion" : "hosts." + name;
    return who
        + switch (kind) {
          case PASSWORD -> ".password";
          case PASSPHRASE -> ".passphrase";
          case SUDO -> ".sudo";
        };
  }
}
