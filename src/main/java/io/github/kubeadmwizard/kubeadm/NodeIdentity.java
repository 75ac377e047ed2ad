package io.github.kubeadmwizard.kubeadm;

import java.util.List;

/**
 * Who a host is within the cluster: what the cluster file says, completed by what was found.
 *
 * @param nodeName the node's name in Kubernetes, lower case
 * @param nodeIps the address that the kubelet reports, or two of different family for dual stack
 * @param advertiseAddress where its API server is reached, on a control plane
 */
public record NodeIdentity(String nodeName, List<String> nodeIps, String advertiseAddress) {
  public NodeIdentity {
    nodeIps = List.copyOf(nodeIps);
    if (nodeName.isBlank() || nodeIps.isEmpty()) {
      throw new IllegalArgumentException("a node has a name and an address");
    }
  }
}
