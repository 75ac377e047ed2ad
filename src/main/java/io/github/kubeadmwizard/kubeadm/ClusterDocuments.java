package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.kubeadm.tree.Others;
import io.github.kubeadmwizard.kubeadm.v1beta4.ApiServer;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeProxyConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeletConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.Networking;
import io.github.kubeadmwizard.kubeadm.v1beta4.Proxy;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that hold for the whole cluster, before the user's overlay. */
final class ClusterDocuments {
  /** What a certificate can name; kubeadm refuses others. */
  private static final Pattern NAMEABLE =
      Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*");

  private ClusterDocuments() {}

  static ClusterConfiguration cluster(ClusterSpec spec, InitFacts facts) {
    var network = spec.network();
    return new ClusterConfiguration(
        null,
        new Networking(
            joined(network.serviceCIDR()), joined(network.podCIDR()), network.dnsDomain()),
        "v" + facts.version(),
        ControlPlaneEndpoint.of(spec).text(),
        new ApiServer(null, null, null, certSANs(spec, facts.node())),
        null,
        null,
        null,
        KubeadmDocuments.replacesKubeProxy(spec) ? new Proxy(true) : null,
        null,
        spec.images().repository(),
        null,
        spec.name(),
        null,
        null,
        null);
  }

  /** The endpoint, and every address by which users and nodes may reach an API server. */
  private static List<String> certSANs(ClusterSpec spec, NodeIdentity first) {
    var own = Stream.of(ControlPlaneEndpoint.of(spec).host(), first.advertiseAddress());
    var virtual = spec.network().highAvailability().virtualIP().stream();
    var hosts = spec.controlPlanes().stream().map(HostSpec::address);
    return Stream.of(own, virtual, hosts)
        .flatMap(names -> names)
        .filter(name -> NAMEABLE.matcher(name).matches())
        .distinct()
        .toList();
  }

  static KubeletConfiguration kubelet(ClusterSpec spec) {
    boolean systemd = spec.runtime().cgroupDriver() == RuntimeSpec.CgroupDriver.SYSTEMD;
    return new KubeletConfiguration(
        systemd ? "systemd" : "cgroupfs",
        null,
        null,
        null,
        spec.addons().wantsServingCertificates() ? true : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Others.NONE);
  }

  static KubeProxyConfiguration kubeProxy(ClusterSpec spec) {
    var mode = KubeProxyConfiguration.Mode.valueOf(spec.network().kubeProxy().name());
    return new KubeProxyConfiguration(
        mode, null, null, null, null, null, null, null, null, null, Others.NONE);
  }

  private static @Nullable String joined(List<Cidr> ranges) {
    return ranges.isEmpty()
        ? null
        : ranges.stream().map(Cidr::toString).collect(Collectors.joining(","));
  }
}
