package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses of a cluster file, and the pod network's plugin. */
final class NetworkWriter {
  private NetworkWriter() {}

  static Map<String, Object> network(NetworkSpec network) {
    var usual = NetworkSpec.DEFAULT;
    var availability =
        new Keys()
            .putUnless(usual.highAvailability().mode(), "mode", network.highAvailability().mode())
            .put("virtualIP", network.highAvailability().virtualIP());
    return new Keys()
        .put("endpoint", network.endpoint())
        .putSome("highAvailability", availability.map())
        .putUnless(ranges(usual.podCIDR()), "podCIDR", ranges(network.podCIDR()))
        .putUnless(ranges(usual.serviceCIDR()), "serviceCIDR", ranges(network.serviceCIDR()))
        .putUnless(usual.dnsDomain(), "dnsDomain", network.dnsDomain())
        .putUnless(usual.kubeProxy(), "kubeProxy", network.kubeProxy())
        .map();
  }

  private static String ranges(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).collect(Collectors.joining(","));
  }

  static Map<String, Object> cni(CniSpec cni) {
    var keys = new Keys();
    if (cni.name() != CniSpec.Name.MANIFEST) {
      keys.putUnless(CniSpec.DEFAULT.name(), "name", cni.name());
    }
    keys.put("manifest", cni.manifest())
        .put("backend", cni.backend())
        .put("interface", cni.networkInterface())
        .put("mtu", cni.mtu());
    cni.options().forEach(keys::put);
    return keys.map();
  }
}
