package io.github.kubeadmwizard.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The HTTP proxy of the hosts. A user and password for it are asked for, never written here.
 *
 * @param http address for http
 * @param https address for https; empty: the same as http
 * @param noProxy names, addresses and ranges that are reached directly; the cluster's own are added
 * @param signIn whether it wants a user and a password
 */
public record ProxySpec(String http, Optional<String> https, List<String> noProxy, boolean signIn) {
  public ProxySpec {
    noProxy = List.copyOf(noProxy);
  }

  /** The proxy for https addresses. */
  public String forHttps() {
    return https.orElse(http);
  }
}
