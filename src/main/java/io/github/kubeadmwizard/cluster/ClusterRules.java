package io.github.kubeadmwizard.cluster;

import java.util.List;
import java.util.stream.Stream;

/** What has to hold between the parts of a cluster, and needs no machine to see. */
public final class ClusterRules {
  private ClusterRules() {}

  /** Everything that does not hold, in the order of the file; empty for a cluster that can be. */
  public static List<BrokenRule> broken(ClusterSpec spec) {
    return Stream.of(
            HostRules.broken(spec),
            AddressRules.broken(spec),
            EndpointRules.broken(spec),
            RegistryRules.broken(spec),
            RuntimeRules.broken(spec),
            MirrorRules.broken(spec),
            CniRules.broken(spec),
            AddonRules.broken(spec))
        .flatMap(List::stream)
        .toList();
  }
}
