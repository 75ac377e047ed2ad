package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import java.util.List;
import java.util.Optional;

/**
 * The hosts that were found in a text. One whose part is not said is a worker.
 *
 * @param hosts in the order of the text; none that was there already, and none twice
 * @param bad the lines, or parts of lines, that gave no host
 * @param notes what was read and not taken over, such as a password
 * @param bastion the jump host that all hosts share, if the text names one
 */
public record HostList(
    List<HostSpec> hosts,
    List<BadLine> bad,
    List<BadLine> notes,
    Optional<SshSpec.Bastion> bastion) {
  public HostList {
    hosts = List.copyOf(hosts);
    bad = List.copyOf(bad);
    notes = List.copyOf(notes);
  }
}
