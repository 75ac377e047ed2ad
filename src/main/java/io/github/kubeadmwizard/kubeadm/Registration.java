package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.kubeadm.v1beta4.Arg;
import io.github.kubeadmwizard.kubeadm.v1beta4.NodeRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a host's node enters the cluster, the same for init and join. */
final class Registration {
  private Registration() {}

  static NodeRegistration of(ClusterSpec spec, HostSpec host, NodeIdentity node) {
    var ignored = spec.checks().override().stream().filter(PreflightNames::isKubeadms).toList();
    return new NodeRegistration(
        node.nodeName(),
        spec.runtime().criSocket(),
        NodeTaints.of(host),
        kubeletArgs(host, node),
        ignored.isEmpty() ? null : ignored,
        null,
        null);
  }

  private static List<Arg> kubeletArgs(HostSpec host, NodeIdentity node) {
    var args = new ArrayList<Arg>();
    args.add(new Arg("node-ip", String.join(",", node.nodeIps())));
    var labels = NodeLabels.of(host.labels()).byKubelet();
    if (!labels.isEmpty()) {
      args.add(
          new Arg(
              "node-labels",
              labels.entrySet().stream()
                  .map(label -> label.getKey() + "=" + label.getValue())
                  .collect(Collectors.joining(","))));
    }
    return args;
  }
}
