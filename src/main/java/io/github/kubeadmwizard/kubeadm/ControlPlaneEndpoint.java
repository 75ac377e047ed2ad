package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;

/**
 * Where the API is reached by every node. Where the user gives none it is a name of our own, which
 * stands in the hosts files of the nodes: more control planes can be added later only if the first
 * {@code kubeadm init} had such a name. Source: Kubernetes docs, creating highly available
 * clusters.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param ours whether the name is ours, so that the hosts files must carry it
 */
public record ControlPlaneEndpoint(String host, int port, boolean ours) {
  private static final String DOMAIN = ".kubeadm-wizard.internal";

  /** The endpoint of this cluster. */
  public static ControlPlaneEndpoint of(ClusterSpec spec) {
    int port = bindPort(spec);
    return spec.network()
        .endpoint()
        .map(text -> parse(text, port))
        .orElseGet(() -> new ControlPlaneEndpoint(spec.name() + DOMAIN, port, true));
  }

  /** The port where API servers listen: kubeadm's, unless the user lays another over it. */
  public static int bindPort(ClusterSpec spec) {
    return spec.kubeadm().apiPort();
  }

  /**
   * The address for the hosts files when the name is ours: the virtual address where there is one,
   * else the first control plane's.
   */
  public static String hostsAddress(ClusterSpec spec, NodeIdentity firstControlPlane) {
    return spec.network()
        .highAvailability()
        .virtualIP()
        .orElse(firstControlPlane.advertiseAddress());
  }

  private static ControlPlaneEndpoint parse(String text, int defaultPort) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      String rest = text.substring(end + 1);
      int port = rest.isEmpty() ? defaultPort : Integer.parseInt(rest.substring(1));
      return new ControlPlaneEndpoint(text.substring(1, end), port, false);
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) { // a name, or an IPv6 address
      return new ControlPlaneEndpoint(text, defaultPort, false);
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    return new ControlPlaneEndpoint(text.substring(0, colon), port, false);
  }

  /** As {@code host:port}, an IPv6 address in brackets. */
  public String text() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
