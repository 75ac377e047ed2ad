package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules on the hosts, one by one and against each other. */
final class HostRules {
  private final ClusterSpec spec;
  private final List<BrokenRule> broken = new ArrayList<>();

  private HostRules(ClusterSpec spec) {
    this.spec = spec;
  }

  static List<BrokenRule> broken(ClusterSpec spec) {
    var rules = new HostRules(spec);
    rules.someControlPlane();
    rules.noneTwice();
    for (int i = 0; i < spec.hosts().size(); i++) {
      rules.host(spec.hosts().get(i), "hosts[" + i + "]");
    }
    spec.ssh()
        .bastion()
        .ifPresent(b -> rules.oneWayIn(b.key().isPresent(), b.agent(), "ssh.bastion"));
    rules.boundAddressesHaveHosts();
    return List.copyOf(rules.broken);
  }

  private void someControlPlane() {
    if (spec.controlPlanes().isEmpty()) {
      broken.add(
          BrokenRule.of(
              "hosts",
              Message.of("cluster.noControlPlane.what"),
              Message.of("cluster.noControlPlane.allowed")));
    }
  }

  private void noneTwice() {
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> addresses = new HashMap<>();
    for (int i = 0; i < spec.hosts().size(); i++) {
      var host = spec.hosts().get(i);
      int at = i;
      host.name().ifPresent(name -> first(names, name, at, "name"));
      first(addresses, host.address() + " " + host.port(), at, "address");
    }
  }

  private void first(Map<String, Integer> seen, String value, int at, String key) {
    var earlier = seen.putIfAbsent(value, at);
    if (earlier != null) {
      broken.add(
          BrokenRule.of(
              "hosts[" + at + "]." + key,
              Message.of("cluster.twice.what", value, "hosts[" + earlier + "]." + key),
              Message.of("cluster.twice.allowed")));
    }
  }

  private void host(HostSpec host, String path) {
    oneWayIn(host.key().isPresent(), host.agent(), path);
    if (host.setHostname() && host.name().isEmpty()) {
      broken.add(
          BrokenRule.of(
              path + ".setHostname",
              Message.of("cluster.setHostname.what"),
              Message.of("cluster.setHostname.allowed")));
    }
    if (host.advertiseAddress().isPresent() && !host.isControlPlane() && !host.roles().isEmpty()) {
      broken.add(
          BrokenRule.of(
              path + ".advertiseAddress",
              Message.of("cluster.advertiseAddress.what"),
              Message.of("cluster.advertiseAddress.allowed")));
    }
  }

  private void oneWayIn(boolean key, boolean agent, String path) {
    if (key && agent) {
      broken.add(
          BrokenRule.of(
              path + ".agent",
              Message.of("cluster.keyAndAgent.what"),
              Message.of("cluster.keyAndAgent.allowed")));
    }
  }

  private void boundAddressesHaveHosts() {
    var labels = spec.hosts().stream().map(HostSpec::label).toList();
    for (String label : spec.prepare().bindAddress().keySet()) {
      if (!labels.contains(label)) {
        broken.add(
            new BrokenRule(
                "prepare.bindAddress." + label,
                Message.of("cluster.noSuchHost.what", label),
                Message.of("cluster.noSuchHost.allowed", labels),
                Nearest.to(label, labels)));
      }
    }
  }
}
