package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node needs an address of every family that pods and services use. Source: kubeadm, dual stack.
 */
final class FamiliesAgree implements HostCheck {
  @Override
  public String id() {
    return "AddressFamily";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var network = at.spec().network();
    var wanted =
        Stream.concat(network.podCIDR().stream(), network.serviceCIDR().stream())
            .map(range -> family(range.isIpv6()))
            .collect(Collectors.toCollection(TreeSet::new));
    var there =
        at.nodeAddresses().stream()
            .filter(Cidr::isAddress)
            .map(address -> family(address.contains(":")))
            .collect(Collectors.toCollection(TreeSet::new));
    var read = Message.of("check.read.families", List.copyOf(there), List.copyOf(wanted));
    return Optional.of(
        there.containsAll(wanted)
            ? Verdict.passed(Verdict.value(List.copyOf(there)), read)
            : Verdict.blocks(Verdict.value(List.copyOf(there)), read));
  }

  private static String family(boolean ipv6) {
    return ipv6 ? "IPv6" : "IPv4";
  }
}
