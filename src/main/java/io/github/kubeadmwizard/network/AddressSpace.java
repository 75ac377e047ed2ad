package io.github.kubeadmwizard.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who uses which addresses: the hosts' networks, other routes of theirs, this computer's, pods and
 * services.
 *
 * @param taken networks and routes, each once, however many hosts have it
 */
public record AddressSpace(List<Stretch> taken, List<Stretch> pods, List<Stretch> services) {
  /** A cluster's own links, where this computer is one of its hosts. */
  private static final Pattern POD_LINK =
      Pattern.compile("lo|cni0|kube-.*|flannel.*|cali.*|tunl0|vxlan.*calico|cilium.*|lxc.*|weave");

  public AddressSpace {
    taken = List.copyOf(taken);
    pods = List.copyOf(pods);
    services = List.copyOf(services);
  }

  /** What a range is used for. */
  public enum Use {
    HOSTS,
    ROUTE,
    LAPTOP,
    SERVICES,
    PODS
  }

  /**
   * A range in use.
   *
   * @param through the card or link; empty for pods and services
   * @param hosts labels of the hosts that have it; none where this computer has it
   */
  public record Stretch(Cidr range, Use use, String through, List<String> hosts) {
    public Stretch {
      hosts = List.copyOf(hosts);
    }
  }

  /** Two ranges that share an address, the one of ours and the other. */
  public record Collision(Stretch ours, Stretch other) {
    /** Whether the cluster would suffer, and not only this computer. */
    public boolean blocks() {
      return other.use() != Use.LAPTOP;
    }

    /** The one that holds the other; ours, where they are the same. */
    public Stretch larger() {
      return ours.range().prefix() <= other.range().prefix() ? ours : other;
    }

    /** The one that lies in the other. */
    public Stretch smaller() {
      return larger().equals(ours) ? other : ours;
    }
  }

  /**
   * As it is wished and as it was read.
   *
   * @param own routes of this computer; empty where they are not known
   */
  public static AddressSpace of(
      ClusterSpec spec, Function<HostSpec, Optional<HostFacts>> factsOf, List<Route> own) {
    var found = new LinkedHashMap<String, Found>();
    for (HostSpec host : spec.hosts()) {
      factsOf
          .apply(host)
          .ifPresent(facts -> networks(host.label(), facts, spec).forEach(one -> put(found, one)));
    }
    for (HostSpec host : spec.hosts()) {
      factsOf
          .apply(host)
          .ifPresent(facts ->
              routes(host.label(), facts, spec, route -> leadsToPods(route, spec, factsOf))
                  .forEach(one -> put(found, one)));
    }
    return new AddressSpace(
        Stream.concat(found.values().stream().map(Found::stretch), laptop(own)).toList(),
        ours(spec.network().podCIDR(), Use.PODS),
        ours(spec.network().serviceCIDR(), Use.SERVICES));
  }

  /** A range, and all that have it: this is asked at every key, and with a hundred hosts. */
  private record Found(Stretch first, Set<String> hosts) {
    Stretch stretch() {
      return new Stretch(first.range(), first.use(), first.through(), List.copyOf(hosts));
    }
  }

  private static void put(Map<String, Found> found, Stretch one) {
    found
        .computeIfAbsent(one.range().toString(), _ -> new Found(one, new LinkedHashSet<>()))
        .hosts()
        .addAll(one.hosts());
  }

  private static Stream<Stretch> laptop(List<Route> routes) {
    return routes.stream()
        .filter(route -> !route.isDefault())
        .filter(route -> !POD_LINK.matcher(route.device().orElse("")).matches())
        .flatMap(route ->
            range(route).stream()
                .map(
                    range -> new Stretch(range, Use.LAPTOP, route.device().orElse("?"), List.of())))
        .distinct();
  }

  private static List<Stretch> ours(List<Cidr> ranges, Use use) {
    return ranges.stream().map(range -> new Stretch(range, use, "", List.of())).toList();
  }

  private static Stream<Stretch> networks(String host, HostFacts facts, ClusterSpec spec) {
    return facts.network().nics().stream()
        .filter(nic -> isOutside(nic.name(), facts, spec))
        .flatMap(nic -> nic.addresses().stream().map(address -> network(host, nic, address)));
  }

  private static Stretch network(String host, Nic nic, Nic.Address address) {
    Cidr range = Cidr.around(address.address() + "/" + address.prefix());
    return new Stretch(range, nic.physical() ? Use.HOSTS : Use.ROUTE, nic.name(), List.of(host));
  }

  /**
   * Whether a gateway leads to a part of the pods' range, as a pod network without tunnels makes it
   * on its nodes. Source: flannel, Documentation/backends.md, host-gw.
   */
  public static boolean leadsToSomePods(Route route, ClusterSpec spec) {
    return route.via().isPresent()
        && range(route)
            .filter(to ->
                spec.network().podCIDR().stream()
                    .anyMatch(pods -> to.prefix() > pods.prefix() && pods.overlaps(to)))
            .isPresent();
  }

  /** The same, through another host of this cluster. */
  private static boolean leadsToPods(
      Route route, ClusterSpec spec, Function<HostSpec, Optional<HostFacts>> factsOf) {
    return leadsToSomePods(route, spec)
        && spec.hosts().stream()
            .flatMap(host -> factsOf.apply(host).stream())
            .anyMatch(facts -> facts.network().carries(route.via().get()));
  }

  private static Stream<Stretch> routes(
      String host, HostFacts facts, ClusterSpec spec, Predicate<Route> leadsToPods) {
    return facts.network().routes().stream()
        .filter(route -> !leadsToPods.test(route))
        .filter(route -> !route.isDefault() && isOutside(route.device().orElse(""), facts, spec))
        .flatMap(route ->
            range(route).stream()
                .map(range ->
                    new Stretch(range, Use.ROUTE, route.device().orElse("?"), List.of(host))));
  }

  /** Links of a pod network, ours or an earlier one, are no obstacle of their own. */
  private static boolean isOutside(String card, HostFacts facts, ClusterSpec spec) {
    return !facts.leftovers().cniLinks().contains(card)
        && !card.equals("kube-ipvs0")
        && !card.equals("lo")
        && !isBridgeOfPods(card, facts, spec);
  }

  /**
   * A bridge of whatever name, which a pod network made for the pods of a node. Whose node it is,
   * is not asked here: another cluster's blocks among the requirements.
   */
  private static boolean isBridgeOfPods(String card, HostFacts facts, ClusterSpec spec) {
    return facts.kubernetes().apiServer().isPresent()
        && facts.network().nics().stream()
            .filter(nic -> nic.name().equals(card) && !nic.physical())
            .flatMap(nic -> nic.addresses().stream())
            .anyMatch(address ->
                spec.network().podCIDR().stream()
                    .anyMatch(pods ->
                        address.prefix() > pods.prefix() && pods.contains(address.address())));
  }

  /** Where a route leads; empty for the default one, and on the link alone. */
  public static Optional<Cidr> range(Route route) {
    String text = route.destination();
    try {
      return Optional.of(
              Cidr.parse(text.contains("/") ? text : text + (route.ipv6() ? "/128" : "/32")))
          .filter(range -> !range.isIpv6() || !range.address().startsWith("fe80"));
    } catch (IllegalArgumentException notARange) {
      return Optional.empty();
    }
  }

  /** All ranges, those of the hosts first. */
  public List<Stretch> all() {
    return Stream.of(taken, services, pods).flatMap(List::stream).toList();
  }

  /** Every pair of ranges that share an address, where one of them is ours. */
  public List<Collision> collisions() {
    var collisions = new ArrayList<Collision>();
    for (Stretch ours : Stream.concat(pods.stream(), services.stream()).toList()) {
      taken.stream()
          .filter(other -> other.range().overlaps(ours.range()))
          .forEach(other -> collisions.add(new Collision(ours, other)));
    }
    for (Stretch ours : pods) {
      services.stream()
          .filter(other -> other.range().overlaps(ours.range()))
          .forEach(other -> collisions.add(new Collision(ours, other)));
    }
    return List.copyOf(collisions);
  }

  /** Those that a range for this use has part in. */
  public List<Collision> collisions(Use use) {
    return collisions().stream()
        .filter(one -> one.ours().use() == use || one.other().use() == use)
        .toList();
  }

  /** A free IPv4 range of this length for pods or services; empty where there is none. */
  public Optional<Cidr> free(Use use, int prefix) {
    var others = all().stream().filter(one -> one.use() != use).map(Stretch::range).toList();
    return FreeRange.of(prefix, others);
  }
}
