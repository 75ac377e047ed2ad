package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.kubeadm.tree.Trees;
import io.github.kubeadmwizard.kubeadm.v1beta4.Taint;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KubeadmDocumentsTest {

  private static String init(ClusterSpec spec) {
    var documents =
        KubeadmDocuments.forInit(spec, InitFacts.of(Clusters.VERSION, Clusters.node(1)));
    return YamlWriter.writeAll(documents.documents().stream().map(Trees::document).toList());
  }

  private static String join(ClusterSpec spec, HostSpec host, int number) {
    return YamlWriter.write(
        Trees.document(
            KubeadmDocuments.forJoin(spec, host, Clusters.node(number), JoinSecrets.PLACEHOLDERS)));
  }

  @Test
  void oneNodeThatIsBothRolesHasNoTaint() {
    assertThat(init(Clusters.of(Clusters.both(1))))
        .isEqualTo(
            """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: InitConfiguration
            nodeRegistration:
              name: n1
              criSocket: unix:///run/containerd/containerd.sock
              taints: []
              kubeletExtraArgs:
                - name: node-ip
                  value: 10.88.0.11
            localAPIEndpoint:
              advertiseAddress: 10.88.0.11
              bindPort: 6443
            timeouts:
              controlPlaneComponentHealthCheck: 10m0s
              kubeletHealthCheck: 10m0s
              kubernetesAPICall: 5m0s
              etcdAPICall: 5m0s
              tlsBootstrap: 10m0s
              discovery: 10m0s
            ---
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            networking:
              serviceSubnet: 10.96.0.0/12
              podSubnet: 10.244.0.0/16
              dnsDomain: cluster.local
            kubernetesVersion: v1.36.4
            controlPlaneEndpoint: homelab.kubeadm-wizard.internal:6443
            apiServer:
              certSANs:
                - homelab.kubeadm-wizard.internal
                - 10.88.0.11
            imageRepository: registry.k8s.io
            clusterName: homelab
            ---
            apiVersion: kubelet.config.k8s.io/v1beta1
            kind: KubeletConfiguration
            cgroupDriver: systemd
            ---
            apiVersion: kubeproxy.config.k8s.io/v1alpha1
            kind: KubeProxyConfiguration
            mode: iptables
            """);
  }

  @Test
  void aWorkerJoinsByTokenAndHash() {
    var worker = Clusters.host(2, Set.of(Role.WORKER), Map.of("disk", "ssd"), "a=b:NoSchedule");
    assertThat(join(Clusters.of(Clusters.plane(1), worker), worker, 2))
        .isEqualTo(
            """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: JoinConfiguration
            nodeRegistration:
              name: n2
              criSocket: unix:///run/containerd/containerd.sock
              taints:
                - key: a
                  value: b
                  effect: NoSchedule
              kubeletExtraArgs:
                - name: node-ip
                  value: 10.88.0.12
                - name: node-labels
                  value: disk=ssd
            discovery:
              bootstrapToken:
                token: "<join-token>"
                apiServerEndpoint: homelab.kubeadm-wizard.internal:6443
                caCertHashes:
                  - "<ca-hash>"
            timeouts:
              controlPlaneComponentHealthCheck: 10m0s
              kubeletHealthCheck: 10m0s
              kubernetesAPICall: 5m0s
              etcdAPICall: 5m0s
              tlsBootstrap: 10m0s
              discovery: 10m0s
            """);
  }

  @Test
  void aJoiningControlPlaneHasItsOwnAddressAndTheCertificateKey() {
    var spec = Clusters.of(Clusters.plane(1), Clusters.plane(2), Clusters.plane(3));
    var document =
        KubeadmDocuments.forJoin(
            spec, Clusters.plane(3), Clusters.node(3), JoinSecrets.PLACEHOLDERS);
    assertThat(YamlWriter.write(Trees.of(Objects.requireNonNull(document.controlPlane()))))
        .isEqualTo(
            """
            localAPIEndpoint:
              advertiseAddress: 10.88.0.13
              bindPort: 6443
            certificateKey: "<certificate-key>"
            """);
    assertThat(init(spec))
        .contains("    - 10.88.0.11\n    - 10.88.0.12\n    - 10.88.0.13\nimageRepository");
  }

  @Test
  void bothFamiliesAreJoinedByAComma() {
    var services = Clusters.dualStack().serviceCIDR().get(1);
    var pods = Clusters.dualStack().podCIDR().get(1);
    var spec =
        Clusters.with(
            Clusters.dualStack(),
            new ChecksSpec(List.of("NumCPU", "check.ours", "Port-6443")),
            "",
            Clusters.both(1));
    assertThat(init(spec))
        .contains(
            "  serviceSubnet: \"10.96.0.0/16," + services + "\"\n",
            "  podSubnet: \"10.244.0.0/16," + pods + "\"\n  dnsDomain: example.lan\n",
            "controlPlaneEndpoint: k8s.example.lan:6443\n",
            "mode: nftables\n",
            "  ignorePreflightErrors:\n    - NumCPU\n    - Port-6443\n");
  }

  @Test
  void extraTaintsAreAddedToThoseOfTheRole() {
    var extra = Taint.of(io.github.kubeadmwizard.cluster.TaintSpec.parse("x:NoExecute"));
    var plane = Set.of(Role.CONTROL_PLANE);
    var both = Set.of(Role.CONTROL_PLANE, Role.WORKER);
    var worker = Set.of(Role.WORKER);
    assertThat(NodeTaints.of(Clusters.host(1, plane, Map.of()))).isNull();
    assertThat(NodeTaints.of(Clusters.host(1, plane, Map.of(), "x:NoExecute")))
        .containsExactly(Taint.controlPlane(), extra);
    assertThat(NodeTaints.of(Clusters.host(1, both, Map.of()))).isEmpty();
    assertThat(NodeTaints.of(Clusters.host(1, both, Map.of(), "x:NoExecute")))
        .containsExactly(extra);
    assertThat(NodeTaints.of(Clusters.host(1, worker, Map.of()))).isNull();
    assertThat(NodeTaints.of(Clusters.host(1, worker, Map.of(), "x:NoExecute")))
        .containsExactly(extra);
  }

  @Test
  void labelsThatAKubeletMayNotSetAreLeftForLater() {
    var labels =
        NodeLabels.of(
            Map.of(
                "disk", "ssd",
                "example.org/rack", "7",
                "node.kubernetes.io/pool", "a",
                "topology.kubernetes.io/zone", "z",
                "node-role.kubernetes.io/storage", "",
                "node-restriction.kubernetes.io/team", "t"));
    assertThat(labels.byKubelet().keySet())
        .containsExactly(
            "disk", "example.org/rack", "node.kubernetes.io/pool", "topology.kubernetes.io/zone");
    assertThat(labels.afterJoining().keySet())
        .containsExactly("node-restriction.kubernetes.io/team", "node-role.kubernetes.io/storage");
  }

  @Test
  void whatTheUserLaysOverIsMergedByKindAndByName() {
    var overlay =
        """
        initConfiguration:
          localAPIEndpoint: {bindPort: 7443}
          nodeRegistration: {kubeletExtraArgs: [{name: node-ip, value: 10.0.0.9}]}
        joinConfiguration:
          timeouts: {discovery: 7m0s}
          controlPlane: {certificateKey: mine}
        clusterConfiguration:
          apiServer:
            extraArgs: [{name: audit-log-path, value: /var/log/audit.log}]
            certSANs: [k8s.example.org]
        kubeletConfiguration: {maxPods: 200, eventBurst: 50}
        kubeProxyConfiguration: {metricsBindAddress: "127.0.0.1:10249"}
        """;
    var worker = Clusters.worker(2);
    var spec = Clusters.overlaid(overlay, Clusters.both(1), worker);
    assertThat(OverlayCheck.check(spec)).isEmpty();
    assertThat(init(spec))
        .contains(
            "value: 10.0.0.9\n",
            "bindPort: 7443\n",
            "controlPlaneEndpoint: homelab.kubeadm-wizard.internal:7443\n",
            "    - name: audit-log-path\n      value: /var/log/audit.log\n",
            "    - 10.88.0.11\n    - k8s.example.org\n",
            "cgroupDriver: systemd\nmaxPods: 200\neventBurst: 50\n",
            "mode: iptables\nmetricsBindAddress: 127.0.0.1:10249\n")
        .doesNotContain("value: 10.88.0.11");
    assertThat(join(spec, worker, 2))
        .contains("value: 10.88.0.12\n", "  tlsBootstrap: 10m0s\n  discovery: 7m0s\n")
        .doesNotContain("controlPlane:", "10.0.0.9");
  }

  @Test
  void theEndpointIsReadWithOrWithoutItsPort() {
    assertThat(endpoint("k8s.lan")).isEqualTo(new ControlPlaneEndpoint("k8s.lan", 6443, false));
    assertThat(endpoint("k8s.lan:8443"))
        .isEqualTo(new ControlPlaneEndpoint("k8s.lan", 8443, false));
    assertThat(endpoint("[fd00::1]:443").text()).isEqualTo("[fd00::1]:443");
    assertThat(endpoint("fd00::1").text()).isEqualTo("[fd00::1]:6443");
  }

  private static ControlPlaneEndpoint endpoint(String text) {
    var d = NetworkSpec.DEFAULT;
    var network =
        new NetworkSpec(
            java.util.Optional.of(text),
            d.highAvailability(),
            d.podCIDR(),
            d.serviceCIDR(),
            d.dnsDomain(),
            d.kubeProxy());
    return ControlPlaneEndpoint.of(
        Clusters.with(network, ChecksSpec.DEFAULT, "", Clusters.both(1)));
  }
}
