package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.NodeAddresses;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One host: the wish for it, and what was read.
 *
 * @param endpoints names and addresses of the wanted cluster's API server
 * @param begun whether the first control plane has, or began, that cluster; true where it was not
 *     read
 */
record HostContext(
    ClusterSpec spec,
    HostSpec host,
    Seen seen,
    Requirements requirements,
    Set<String> endpoints,
    boolean begun) {

  HostName name() {
    return new HostName(host.label());
  }

  HostFacts facts() {
    return seen.facts();
  }

  boolean isControlPlane() {
    return host.isControlPlane();
  }

  /** Whether the cluster is made here. */
  boolean isFirst() {
    return host.equals(spec.firstControlPlane());
  }

  /** The node's name in Kubernetes. Source: kubeadm, GetHostname: the host's own, lower case. */
  String nodeName() {
    return host.name()
        .or(() -> facts().machine().hostname().name())
        .orElse(host.address())
        .toLowerCase(Locale.ROOT);
  }

  /** The addresses that the node is reached at by others; one, or one of each family. */
  List<String> nodeAddresses() {
    return NodeAddresses.of(host, facts());
  }

  /** The address that the API server gives to others; on control planes. */
  String advertiseAddress() {
    return host.advertiseAddress().orElseGet(() -> nodeAddresses().getFirst());
  }

  /** What the user laid over our documents, as far as checks ask. */
  LaidOver laidOver() {
    return new LaidOver(spec.kubeadm());
  }

  /** Which cluster the host belongs to already. */
  Membership membership() {
    return Membership.of(endpoints, facts());
  }

  /** Whether it is, or is on the way to be, a node of this very cluster. */
  boolean isMember() {
    return begun && membership() instanceof Membership.OfThis;
  }
}
