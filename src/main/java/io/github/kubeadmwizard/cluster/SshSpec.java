package io.github.kubeadmwizard.cluster;

import java.util.Optional;

/**
 * How the hosts are reached.
 *
 * @param bastion jump host that every connection goes through
 * @param parallel how many hosts are worked on at once, at least 1
 */
public record SshSpec(Optional<Bastion> bastion, int parallel) implements ClusterPart {

  /** Directly, 32 at a time. */
  public static final SshSpec DEFAULT = new SshSpec(Optional.empty(), 32);

  /**
   * A jump host.
   *
   * @param key private key file; empty: see {@code agent}
   */
  public record Bastion(
      String address, int port, String user, Optional<String> key, boolean agent) {}
}
