package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Action.PackageTool;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.kubeadm.NodeIdentity;
import java.util.List;

/**
 * A host with what it becomes: wish and facts brought together.
 *
 * @param name the node's name in Kubernetes
 * @param ips its addresses, one, or one of each family
 * @param advertise the API server's address, on control planes
 */
public record Node(
    HostName host,
    HostSpec spec,
    HostFacts facts,
    String name,
    List<String> ips,
    String advertise) {
  public Node {
    ips = List.copyOf(ips);
  }

  /** Whether it carries the control plane. */
  public boolean isControlPlane() {
    return spec.isControlPlane();
  }

  /** The same as kubeadm wants it. */
  NodeIdentity identity() {
    return new NodeIdentity(name, ips, advertise);
  }

  /** The family of its package manager. */
  PackageTool packageTool() {
    return switch (facts.packages().tool()) {
      case APT, ZYPPER, NONE -> PackageTool.APT;
      case YUM -> PackageTool.YUM;
      case DNF, DNF5 -> PackageTool.DNF;
    };
  }

  /** Whether its packages are .deb files. */
  boolean isDeb() {
    return packageTool() == PackageTool.APT;
  }
}
