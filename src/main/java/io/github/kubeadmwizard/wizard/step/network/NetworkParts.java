package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The choices on the network with one of them replaced, and ranges as text. */
final class NetworkParts {
  private NetworkParts() {}

  static NetworkSpec with(NetworkSpec was, String domain, KubeProxyMode proxy) {
    return new NetworkSpec(
        was.endpoint(), was.highAvailability(), was.podCIDR(), was.serviceCIDR(), domain, proxy);
  }

  static NetworkSpec with(NetworkSpec was, List<Cidr> pods, List<Cidr> services) {
    return new NetworkSpec(
        was.endpoint(), was.highAvailability(), pods, services, was.dnsDomain(), was.kubeProxy());
  }

  static NetworkSpec with(
      NetworkSpec was, Optional<String> endpoint, HighAvailability availability) {
    return new NetworkSpec(
        endpoint, availability, was.podCIDR(), was.serviceCIDR(), was.dnsDomain(), was.kubeProxy());
  }

  static List<Cidr> ranges(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Cidr::parse).toList();
  }

  static String text(List<Cidr> ranges) {
    return String.join(", ", ranges.stream().map(Cidr::toString).toList());
  }

  static List<Cidr> replaced(List<Cidr> ranges, Cidr free) {
    return ranges.stream().map(range -> range.isIpv6() ? range : free).toList();
  }
}
