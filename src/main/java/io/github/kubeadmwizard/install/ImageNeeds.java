package io.github.kubeadmwizard.install;

import java.util.List;

/**
 * The images that nodes will need.
 *
 * @param controlPlane of the control plane's own programs
 * @param everyNode kube-proxy, pause, the pod network, and CoreDNS, which lands anywhere
 * @param pause the sandbox image
 */
public record ImageNeeds(List<String> controlPlane, List<String> everyNode, String pause) {
  public ImageNeeds {
    controlPlane = List.copyOf(controlPlane);
    everyNode = List.copyOf(everyNode);
  }
}
