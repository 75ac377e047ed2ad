package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.NodeAddresses;
import io.github.kubeadmwizard.facts.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What checks look at: the wish and the hosts that were read.
 *
 * @param hosts in the user's order; those that were not reached are missing
 * @param ownRoutes of this computer
 */
record CheckContext(ClusterSpec spec, List<HostContext> hosts, List<Route> ownRoutes) {
  CheckContext {
    ownRoutes = List.copyOf(ownRoutes);
    hosts = List.copyOf(hosts);
  }

  /** The wish, and what was read of its hosts by their names. */
  static CheckContext of(
      ClusterSpec spec,
      Map<HostName, Seen> read,
      List<Route> ownRoutes,
      Requirements requirements) {
    var reached = spec.hosts().stream().filter(h -> read.containsKey(name(h))).toList();
    var endpoints = endpoints(spec, read);
    var first = read.get(name(spec.firstControlPlane()));
    boolean begun =
        first == null || Membership.of(endpoints, first.facts()) instanceof Membership.OfThis;
    return new CheckContext(
        spec,
        reached.stream()
            .map(h -> new HostContext(spec, h, seen(h, read), requirements, endpoints, begun))
            .toList(),
        ownRoutes);
  }

  private static Seen seen(HostSpec host, Map<HostName, Seen> read) {
    return Objects.requireNonNull(read.get(name(host)));
  }

  private static Set<String> endpoints(ClusterSpec spec, Map<HostName, Seen> read) {
    var names = new TreeSet<String>();
    spec.network().endpoint().map(e -> Membership.hostOf("https://" + e)).ifPresent(names::add);
    for (HostSpec host : spec.controlPlanes()) {
      names.add(host.address());
      host.advertiseAddress().ifPresent(names::add);
      var seen = read.get(name(host));
      if (seen != null) {
        names.addAll(NodeAddresses.of(host, seen.facts()));
      }
    }
    return names;
  }

  private static HostName name(HostSpec host) {
    return new HostName(host.label());
  }

  /** Every other host that was read. */
  List<HostContext> othersThan(HostContext one) {
    return hosts.stream().filter(other -> !other.name().equals(one.name())).toList();
  }
}
