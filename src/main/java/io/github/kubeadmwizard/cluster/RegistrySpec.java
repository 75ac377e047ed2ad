package io.github.kubeadmwizard.cluster;

import java.util.Optional;

/**
 * How a registry, or the mirror of one, is reached, where it is not by https with a certificate
 * that the hosts trust. A user and password are asked for, never written here.
 *
 * @param signIn whether it wants a user and a password
 * @param plainHttp whether it speaks http without TLS
 * @param skipVerify whether its certificate is not looked at
 * @param ca certificates, as PEM, that its own is signed by
 */
public record RegistrySpec(
    boolean signIn, boolean plainHttp, boolean skipVerify, Optional<String> ca) {
  /** By https, with a certificate that the hosts trust, without an account. */
  public static final RegistrySpec DEFAULT =
      new RegistrySpec(false, false, false, Optional.empty());

  /** Whether its certificate is nothing that the hosts' own authorities vouch for. */
  public boolean ownTrust() {
    return skipVerify || ca.isPresent();
  }
}
