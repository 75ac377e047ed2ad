package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.NoProxy;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables by which a script that fetches something learns of the proxy. The account is a
 * value of the run, so that it stands in no plan.
 */
final class WayOut {
  private WayOut() {}

  /** For a host of this plan; empty where there is no proxy. */
  static SortedMap<String, Var> of(Ground ground) {
    return of(ground.spec(), ground.nodes().stream().flatMap(n -> n.ips().stream()).toList());
  }

  /** While the nodes' own addresses are not known yet. */
  static SortedMap<String, Var> of(ClusterSpec spec) {
    return of(spec, List.of());
  }

  private static SortedMap<String, Var> of(ClusterSpec spec, List<String> nodes) {
    String endpoint = ControlPlaneEndpoint.of(spec).host();
    return new TreeMap<>(
        spec.proxy().map(proxy -> vars(proxy, NoProxy.of(spec, nodes, endpoint))).orElse(Map.of()));
  }

  private static Map<String, Var> vars(ProxySpec proxy, String noProxy) {
    return Map.of(
        "PROXY_HTTP", Var.of(proxy.http()),
        "PROXY_HTTPS", Var.of(proxy.forHttps()),
        "PROXY_NO", Var.of(noProxy),
        "PROXY_ACCOUNT", proxy.signIn() ? Var.given("proxy-account") : Var.of(""));
  }
}
