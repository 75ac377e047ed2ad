package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.Action.FirewallRule;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.Firewall;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FirewallNeedsTest {
  private static HostSpec host(String name, String address, Role role) {
    return HostSpec.of(address, 22, "root", Set.of(role)).withName(Optional.of(name));
  }

  private static HostFacts facts() {
    var unknown = HostFacts.unknown();
    Firewall was = unknown.firewall();
    return unknown.with(
        new Firewall(
            Firewall.Tool.UFW,
            was.firewalld(),
            was.ufw(),
            was.nftables(),
            was.firewalldBackend(),
            was.iptables(),
            was.policies(),
            was.inputRules(),
            was.nftTables()));
  }

  private static List<FirewallRule> rules(AddonSpec addon, String... manifests) throws Exception {
    var hosts =
        List.of(
            host("n1", "10.88.0.11", Role.CONTROL_PLANE), host("n2", "10.88.0.12", Role.WORKER));
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36.4"), hosts)
            .with(new AddonsSpec(List.of(addon), List.of()));
    Map<String, Manifest> byName = new java.util.HashMap<>();
    for (String name : manifests) {
      byName.put(name, Manifest.read(name, Assets.text("practice/manifests/" + name + ".yaml")));
    }
    Ground ground =
        new Preparation(KubernetesCatalogue.load(), new Words(Locale.ENGLISH))
            .ground(
                spec,
                Map.of(new HostName("n1"), facts(), new HostName("n2"), facts()),
                new Manifests(byName));
    return FirewallNeeds.of(ground, ground.nodes().getLast()).orElseThrow().rules();
  }

  @Test
  void whatAddonsOpenOnNodesIsOpenForTheOtherNodes() throws Exception {
    assertThat(rules(AddonSpec.Prometheus.DEFAULT, "kube-prometheus-setup", "kube-prometheus"))
        .contains(new FirewallRule("10.88.0.11", "tcp", "9100", "kube-prometheus"));
    assertThat(rules(new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220")), "metallb-native"))
        .contains(
            new FirewallRule("10.88.0.11", "tcp", "7946", "MetalLB"),
            new FirewallRule("10.88.0.11", "udp", "7946", "MetalLB"));
    assertThat(rules(new AddonSpec.Helm()))
        .extracting(FirewallRule::ports)
        .doesNotContain("9100", "7946");
  }
}
