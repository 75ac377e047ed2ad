package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * The network as the host sees it.
 *
 * @param nics network cards and virtual links, without lo
 * @param routes of the main table, both families, with the default ones
 * @param ports where programs listen, TCP and UDP
 * @param resolver DNS settings
 * @param hosts lines of /etc/hosts
 * @param tools what configures the cards, by systemd unit or file: NetworkManager,
 *     systemd-networkd, netplan, ifupdown, wicked; in use now
 * @param unmanaged NetworkManager's unmanaged-devices settings
 */
public record Network(
    List<Nic> nics,
    List<Route> routes,
    List<ListeningPort> ports,
    Resolver resolver,
    List<HostsEntry> hosts,
    List<String> tools,
    List<String> unmanaged)
    implements FactsPart {
  public Network {
    nics = List.copyOf(nics);
    routes = List.copyOf(routes);
    ports = List.copyOf(ports);
    hosts = List.copyOf(hosts);
    tools = List.copyOf(tools);
    unmanaged = List.copyOf(unmanaged);
  }

  /** Whether a card carries the address. */
  public boolean carries(String address) {
    return nicOf(address).isPresent();
  }

  /** The card that carries the address. */
  public Optional<Nic> nicOf(String address) {
    return nics.stream()
        .filter(nic -> nic.addresses().stream().anyMatch(a -> a.address().equals(address)))
        .findFirst();
  }

  /** The default routes of both families. */
  public List<Route> defaultRoutes() {
    return routes.stream().filter(Route::isDefault).toList();
  }

  /** Who listens on a port, on any address. */
  public List<ListeningPort> listeners(ListeningPort.Protocol protocol, int port) {
    return ports.stream().filter(p -> p.protocol() == protocol && p.port() == port).toList();
  }

  /** The same with other cards. */
  public Network withNics(List<Nic> nics) {
    return new Network(nics, routes, ports, resolver, hosts, tools, unmanaged);
  }

  /** The same with other listeners. */
  public Network withPorts(List<ListeningPort> ports) {
    return new Network(nics, routes, ports, resolver, hosts, tools, unmanaged);
  }

  /** The same with another resolver. */
  public Network withResolver(Resolver resolver) {
    return new Network(nics, routes, ports, resolver, hosts, tools, unmanaged);
  }
}
