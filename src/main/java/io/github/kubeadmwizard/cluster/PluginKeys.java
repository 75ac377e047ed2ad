package io.github.kubeadmwizard.cluster;

import java.util.List;

/**
 * Which keys of {@code cni:} a plugin takes.
 *
 * @param title its own name
 * @param backends values of {@code backend}; empty: it takes none
 * @param options further keys, {@code interface} and {@code mtu} among them
 * @param manifest whether the user has to bring one
 */
record PluginKeys(
    String title, List<String> backends, List<String> options, boolean manifest, Ipv6 ipv6) {

  /**
   * What it can do of IPv6 as this program sets it up.
   *
   * @param both beside IPv4
   * @param alone without IPv4
   */
  record Ipv6(boolean both, boolean alone) {
    private static final Ipv6 FULL = new Ipv6(true, true);
    private static final Ipv6 DUAL = new Ipv6(true, false);
    private static final Ipv6 NONE = new Ipv6(false, false);
  }

  /** Sources: each plugin's documentation; of Flannel, Documentation/backends.md. */
  static PluginKeys of(CniSpec.Name name) {
    return switch (name) {
      case FLANNEL ->
          new PluginKeys(
              "Flannel",
              List.of("vxlan", "host-gw", "wireguard"),
              List.of("interface", "mtu", "directRouting"),
              false,
              Ipv6.FULL);
      case CALICO ->
          new PluginKeys(
              "Calico",
              List.of("vxlan", "ipip", "none"),
              List.of(
                  "interface", "mtu", "crossSubnet", "autodetection", "install", "imageRegistry"),
              false,
              Ipv6.DUAL);
      case CANAL ->
          new PluginKeys(
              "Canal", List.of(), List.of("interface", "mtu", "imageRegistry"), false, Ipv6.NONE);
      case CILIUM ->
          new PluginKeys(
              "Cilium",
              List.of(),
              List.of("interface", "mtu", "kubeProxyReplacement"),
              true,
              Ipv6.FULL);
      case WEAVE ->
          new PluginKeys("Weave Net", List.of(), List.of("mtu", "imageRegistry"), false, Ipv6.NONE);
      case NONE -> new PluginKeys("none", List.of(), List.of(), false, Ipv6.FULL);
      case MANIFEST -> new PluginKeys("manifest", List.of(), List.of(), true, Ipv6.FULL);
    };
  }
}
