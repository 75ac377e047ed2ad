package io.github.kubeadmwizard.bundle;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where images of a registry are asked for: at its mirror first, where there is one, as the hosts'
 * runtimes would, and at the registry itself.
 */
final class Registries {
  private final Web web;
  private final Map<String, String> mirrors;
  private final RegistryAccount accounts;
  private final Map<String, Registry> known = new ConcurrentHashMap<>();

  /**
   * @param mirrors address by registry, as in the cluster file
   */
  Registries(Web web, Map<String, String> mirrors, RegistryAccount accounts) {
    this.web = web;
    this.mirrors = Map.copyOf(mirrors);
    this.accounts = accounts;
  }

  /** In the order in which they are asked. */
  List<Registry> of(String registry) {
    var all = new ArrayList<Registry>();
    String mirror = mirrors.get(registry);
    if (mirror != null) {
      all.add(at(mirror.contains("://") ? mirror : "https://" + mirror));
    }
    all.add(at("https://" + (registry.equals("docker.io") ? "registry-1.docker.io" : registry)));
    return all;
  }

  private Registry at(String address) {
    URI uri = URI.create(address);
    String host = uri.getAuthority();
    String name = host.equals("registry-1.docker.io") ? "docker.io" : host;
    return known.computeIfAbsent(address, _ -> new Registry(web, uri, accounts.of(name)));
  }
}
