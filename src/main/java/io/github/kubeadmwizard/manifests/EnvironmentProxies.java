package io.github.kubeadmwizard.manifests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy that this computer goes through: {@code https_proxy}, {@code http_proxy} and {@code
 * no_proxy} of the environment, in small or capital letters, as curl reads them; where none is
 * said, what Java was told or the system has.
 */
public final class EnvironmentProxies extends ProxySelector {
  private static final int USUAL_PORT = 1080; // curl's

  private final Map<String, String> environment;
  private final ProxySelector otherwise;

  /**
   * @param otherwise asked where the environment names no proxy at all
   */
  public EnvironmentProxies(Map<String, String> environment, ProxySelector otherwise) {
    this.environment = Map.copyOf(environment);
    this.otherwise = otherwise;
  }

  @Override
  public List<Proxy> select(URI address) {
    Optional<URI> proxy =
        Stream.of(address.getScheme() + "_proxy", "all_proxy")
            .flatMap(name -> said(name).stream())
            .findFirst()
            .flatMap(EnvironmentProxies::address);
    if (proxy.isEmpty()) {
      return otherwise.select(address);
    }
    if (isDirect(address.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    int port = proxy.get().getPort() < 0 ? USUAL_PORT : proxy.get().getPort();
    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port)));
  }

  private Optional<String> said(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(one -> Optional.ofNullable(environment.get(one)).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static Optional<URI> address(String said) {
    try {
      var uri = URI.create(said.contains("://") ? said.strip() : "http://" + said.strip());
      return Optional.of(uri).filter(u -> u.getHost() != null);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Names as they end, {@code *} for all. Ranges are not curl's, and not ours. */
  private boolean isDirect(String host) {
    return said("no_proxy").stream()
        .flatMap(list -> Stream.of(list.split("[,\\s]+")))
        .map(one -> one.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
        .filter(one -> !one.isEmpty())
        .anyMatch(one -> one.equals("*") || host.equals(one) || host.endsWith("." + one));
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException why) {
    // the download itself fails, and says so
  }
}
