package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import java.util.List;

/** How one attempt to connect to a host ended. */
public sealed interface Attempt {

  /** Scripts can run. */
  record Connected(HostConnection connection) implements Attempt {}

  /**
   * The host, or the bastion before it, is seen for the first time: somebody has to accept its key.
   *
   * @param host the host that was to be reached
   * @param address whose key it is
   * @param port its SSH port
   * @param isOfHost whether it is the host's own key, not a bastion's
   * @param type such as {@code ssh-ed25519}
   * @param key as it stands in known_hosts
   * @param fingerprint {@code SHA256:} and 43 characters
   * @param refusal what is told where it is not accepted
   */
  record NewKey(
      HostName host,
      String address,
      int port,
      boolean isOfHost,
      String type,
      String key,
      String fingerprint,
      Problem refusal)
      implements Attempt {

    /** Whether it is the same key of the same machine, met on the way to another host. */
    boolean sameAs(NewKey other) {
      return address.equals(other.address) && port == other.port && key.equals(other.key);
    }
  }

  /**
   * A secret is missing, or was wrong and can be given again.
   *
   * @param needs what is missing
   * @param refusal what is told where it is not given
   */
  record NeedsSecret(List<SecretNeed> needs, Problem refusal) implements Attempt {
    public NeedsSecret {
      needs = List.copyOf(needs);
    }
  }

  /**
   * It cannot be.
   *
   * @param identity whether the host is not the one that we know: its key changed or was revoked
   */
  record Failed(Problem problem, boolean identity) implements Attempt {}
}
