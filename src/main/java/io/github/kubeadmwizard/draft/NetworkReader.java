package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability;

/** The keys of the cluster's addresses, and of the pod network's plugin. */
final class NetworkReader {
  /** Bytes; IPv6 asks for 1280, and larger frames than these are not made. */
  private static final int LEAST_MTU = 576;

  private static final int MOST_MTU = 65520;

  private NetworkReader() {}

  static NetworkSpec network(Fields in) {
    return in.object("network", NetworkReader::keys).orElse(NetworkSpec.DEFAULT);
  }

  private static NetworkSpec keys(Fields in) {
    var usual = NetworkSpec.DEFAULT;
    return new NetworkSpec(
        in.optional("endpoint", Forms.ENDPOINT),
        in.object("highAvailability", NetworkReader::highAvailability)
            .orElse(usual.highAvailability()),
        in.or("podCIDR", Forms.RANGES, usual.podCIDR()),
        in.or("serviceCIDR", Forms.RANGES, usual.serviceCIDR()),
        in.or("dnsDomain", Forms.DNS_NAME, usual.dnsDomain()),
        in.or("kubeProxy", Form.choice(NetworkSpec.KubeProxyMode.class), usual.kubeProxy()));
  }

  private static HighAvailability highAvailability(Fields in) {
    return new HighAvailability(
        in.or("mode", Form.choice(HighAvailability.Mode.class), HighAvailability.Mode.NONE),
        in.optional("virtualIP", Forms.ADDRESS));
  }

  static CniSpec cni(Fields in) {
    return in.object("cni", NetworkReader::plugin).orElse(CniSpec.DEFAULT);
  }

  private static CniSpec plugin(Fields in) {
    var manifest = in.optional("manifest", Places.URL_OR_DIRECTORY);
    var usual = manifest.isPresent() ? CniSpec.Name.MANIFEST : CniSpec.DEFAULT.name();
    return new CniSpec(
        in.or("name", Form.choice(CniSpec.Name.class), usual),
        in.optional("backend", Forms.LINE),
        in.optional("interface", Forms.CARD_OR_ADDRESS),
        in.whole("mtu", LEAST_MTU, MOST_MTU),
        manifest,
        in.rest(Forms.LINE));
  }
}
