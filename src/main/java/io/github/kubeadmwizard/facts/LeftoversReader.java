package io.github.kubeadmwizard.facts;

import java.util.List;

/** Reads what an earlier cluster left. */
final class LeftoversReader {
  private LeftoversReader() {}

  static Leftovers read(FactsOutput out) {
    return new Leftovers(
        names(out, "kubernetes"),
        names(out, "etcd"),
        names(out, "kubelet"),
        names(out, "cni"),
        names(out, "link"),
        FirewallReader.count(out, "kube").orElse(0));
  }

  private static List<String> names(FactsOutput out, String kind) {
    return out.all("left", kind).flatMap(head -> head.field(1).stream()).toList();
  }
}
