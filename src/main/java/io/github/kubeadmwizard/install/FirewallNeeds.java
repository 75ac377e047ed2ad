package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonCatalogue;
import io.github.kubeadmwizard.addons.AddonFacts;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.engine.Action.FirewallRule;
import io.github.kubeadmwizard.engine.Action.FirewallTool;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node's firewall has to let in: the ports of its role, from the hosts that need them, and
 * the forwarded traffic of pods and services. Source: Kubernetes docs, ports and protocols.
 */
record FirewallNeeds(FirewallTool tool, List<FirewallRule> rules, List<String> trusted) {
  FirewallNeeds {
    rules = List.copyOf(rules);
    trusted = List.copyOf(trusted);
  }

  /** Empty where no firewall is active that we know to speak to. */
  static Optional<FirewallNeeds> of(Ground ground, Node node) {
    Optional<FirewallTool> tool =
        switch (node.facts().firewall().tool()) {
          case FIREWALLD -> Optional.of(FirewallTool.FIREWALLD);
          case UFW -> Optional.of(FirewallTool.UFW);
          case NFTABLES -> Optional.of(FirewallTool.NFTABLES);
          case IPTABLES, NONE -> Optional.empty();
        };
    var network = ground.spec().network();
    var trusted =
        Stream.concat(network.podCIDR().stream(), network.serviceCIDR().stream())
            .map(Object::toString)
            .toList();
    return tool.map(t -> new FirewallNeeds(t, rules(ground, node), trusted));
  }

  private static List<FirewallRule> rules(Ground ground, Node node) {
    var rules = new ArrayList<FirewallRule>();
    if (node.isControlPlane()) {
      String port = String.valueOf(ControlPlaneEndpoint.bindPort(ground.spec()));
      rules.add(new FirewallRule("", "tcp", port, "Kubernetes API server"));
      for (Node other : ground.nodes()) {
        if (other.isControlPlane() && !other.equals(node)) {
          allow(rules, other, "tcp", "2379-2380", "etcd");
        }
      }
    }
    for (Node other : ground.nodes()) {
      if (!other.equals(node)) {
        allow(rules, other, "tcp", "10250", "kubelet");
        PodNetwork.of(ground.spec())
            .passages()
            .forEach(p -> allow(rules, other, p.protocol(), p.ports(), p.why()));
      }
    }
    for (AddonFacts addon : AddonCatalogue.load().chosen(ground.spec())) {
      addon.ports().forEach(port -> among(ground, node, port, addon.name(), rules));
    }
    rules.add(new FirewallRule("", "tcp", "30000-32767", "NodePort services"));
    return rules;
  }

  /**
   * What an add-on's pods open on nodes, for the other nodes, whose addresses pods come from, too.
   */
  private static void among(
      Ground ground, Node node, String port, String why, List<FirewallRule> rules) {
    int slash = port.indexOf('/');
    ground.nodes().stream()
        .filter(other -> !other.equals(node))
        .forEach(
            other -> allow(rules, other, port.substring(slash + 1), port.substring(0, slash), why));
  }

  private static void allow(
      List<FirewallRule> rules, Node from, String protocol, String ports, String why) {
    for (String ip : from.ips()) {
      rules.add(new FirewallRule(ip, protocol, ports, why));
    }
  }
}
