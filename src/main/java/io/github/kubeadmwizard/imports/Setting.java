package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostSpec;
import java.util.List;

/**
 * What holds where a text says nothing, and what is there already.
 *
 * @param user who signs in
 * @param port where sshd listens
 * @param agent whether the SSH agent signs in where the text names no key file
 * @param already hosts that are in the cluster; one that comes again is told and not added
 */
public record Setting(String user, int port, boolean agent, List<HostSpec> already) {
  /** root at port 22 by a password, and no hosts yet. */
  public static final Setting DEFAULT =
      new Setting(HostSpec.DEFAULT_USER, HostSpec.DEFAULT_PORT, false, List.of());

  public Setting {
    already = List.copyOf(already);
  }
}
