package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done to the hosts only on wish; what is not asked for is left as it is.
 *
 * @param timeServers for chrony or timesyncd, whichever is there; empty: left alone
 * @param bindAddress by host label, an address that no card carries yet
 * @param kubectlCompletion whether bash completion of kubectl is set up on control planes
 * @param disableBrokenRepositories whether third-party package sources that do not answer are
 *     switched off
 */
public record PrepareSpec(
    List<String> timeServers,
    Selinux selinux,
    SortedMap<String, BindAddress> bindAddress,
    boolean kubectlCompletion,
    boolean disableBrokenRepositories)
    implements ClusterPart {

  /** Nothing asked for. */
  public static final PrepareSpec DEFAULT =
      new PrepareSpec(List.of(), Selinux.KEEP, new TreeMap<>(), false, false);

  public PrepareSpec {
    timeServers = List.copyOf(timeServers);
    bindAddress = Collections.unmodifiableSortedMap(new TreeMap<>(bindAddress));
  }

  /** What becomes of SELinux. */
  public enum Selinux {
    KEEP,
    PERMISSIVE
  }

  /**
   * An address to bind.
   *
   * @param card the network interface, such as {@code eth0}
   * @param address with prefix length, such as {@code 203.0.113.7/32}
   */
  public record BindAddress(String card, String address) {}
}
