package io.github.kubeadmwizard.cluster;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What hosts behind a proxy reach directly: the cluster itself, always, and what the user adds. Go
 * programs and newer curls understand ranges; for all others the sources of ours that lie in a
 * range are named one by one. Source: golang.org/x/net/http/httpproxy, apt-transport-http(1).
 */
public final class NoProxy {
  private NoProxy() {}

  /**
   * Names, domains, addresses and ranges, as the variable {@code NO_PROXY} takes them.
   *
   * @param nodes addresses of the nodes, as far as they are known
   * @param endpoint host of the control-plane endpoint; may be empty
   */
  public static String of(ClusterSpec spec, Collection<String> nodes, String endpoint) {
    Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    NetworkSpec network = spec.network();
    network.podCIDR().forEach(range -> all.add(range.toString()));
    network.serviceCIDR().forEach(range -> all.add(range.toString()));
    spec.hosts().stream().map(HostSpec::address).filter(a -> !a.isEmpty()).forEach(all::add);
    all.addAll(nodes);
    all.add(endpoint);
    all.remove("");
    network.highAvailability().virtualIP().ifPresent(all::add);
    all.add(".svc");
    all.add("." + network.dnsDomain());
    List<String> users = spec.proxy().map(ProxySpec::noProxy).orElse(List.of());
    all.addAll(users);
    sources(spec).filter(host -> isWithin(host, users)).forEach(all::add);
    return String.join(",", all);
  }

  private static Stream<String> sources(ClusterSpec spec) {
    PackagesSpec packages = spec.packages();
    var places =
        Stream.of(packages.kubernetes(), packages.docker(), packages.crio(), packages.binaries())
            .flatMap(Optional::stream);
    return Stream.concat(places, spec.images().mirrors().values().stream())
        .flatMap(place -> Optional.ofNullable(URI.create(place).getHost()).stream());
  }

  private static boolean isWithin(String host, List<String> ranges) {
    return Cidr.isAddress(host)
        && ranges.stream()
            .filter(range -> range.contains("/"))
            .anyMatch(range -> Cidr.around(range).contains(host));
  }
}
