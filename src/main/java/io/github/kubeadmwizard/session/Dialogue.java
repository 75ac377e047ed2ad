package io.github.kubeadmwizard.session;

import java.util.List;
import java.util.Set;

/** What has to be asked while hosts are connected; asked once for all of them, never twice. */
public interface Dialogue {

  /**
   * Whether these hosts, seen for the first time, are who they say they are.
   *
   * @param keys one for each machine
   * @return those that are accepted
   */
  Set<Attempt.NewKey> accept(List<Attempt.NewKey> keys);

  /**
   * Asks for secrets and puts what it gets into the session's {@link SecretBook}.
   *
   * @return those that were given
   */
  Set<SecretNeed> give(List<SecretNeed> needs);

  /** Hears how a host ended up, as soon as it is known. */
  default void settled(HostState state) {}
}
