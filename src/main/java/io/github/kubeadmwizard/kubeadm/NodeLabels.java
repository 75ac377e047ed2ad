package io.github.kubeadmwizard.kubeadm;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node's labels, by who may set them. A kubelet that is told to give its own node another label
 * of Kubernetes' namespaces does not start. Source: kubelet's well-known labels (IsKubeletLabel)
 * and the NodeRestriction admission plugin.
 *
 * @param byKubelet given with {@code --node-labels} when the node registers
 * @param afterJoining left for {@code kubectl label node}
 */
public record NodeLabels(
    SortedMap<String, String> byKubelet, SortedMap<String, String> afterJoining) {
  private static final Set<String> OWN =
      Set.of(
          "kubernetes.io/hostname",
          "kubernetes.io/os",
          "kubernetes.io/arch",
          "topology.kubernetes.io/zone",
          "topology.kubernetes.io/region",
          "failure-domain.beta.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region",
          "beta.kubernetes.io/instance-type",
          "node.kubernetes.io/instance-type",
          "beta.kubernetes.io/os",
          "beta.kubernetes.io/arch");

  public NodeLabels {
    byKubelet = Collections.unmodifiableSortedMap(new TreeMap<>(byKubelet));
    afterJoining = Collections.unmodifiableSortedMap(new TreeMap<>(afterJoining));
  }

  /** Sorts the labels. */
  public static NodeLabels of(Map<String, String> labels) {
    var kubelet = new TreeMap<String, String>();
    var after = new TreeMap<String, String>();
    labels.forEach((key, value) -> (kubeletMay(key) ? kubelet : after).put(key, value));
    return new NodeLabels(kubelet, after);
  }

  private static boolean kubeletMay(String key) {
    int slash = key.indexOf('/');
    String namespace = slash < 0 ? "" : key.substring(0, slash);
    if (within(namespace, "node-restriction.kubernetes.io")) {
      return false;
    }
    boolean reserved = within(namespace, "kubernetes.io") || within(namespace, "k8s.io");
    return !reserved
        || OWN.contains(key)
        || within(namespace, "kubelet.kubernetes.io")
        || within(namespace, "node.kubernetes.io");
  }

  private static boolean within(String namespace, String domain) {
    return namespace.equals(domain) || namespace.endsWith("." + domain);
  }
}
