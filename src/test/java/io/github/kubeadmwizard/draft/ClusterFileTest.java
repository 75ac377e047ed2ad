package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterFileTest {
  private final ClusterFile files = ClusterFile.ofThisProgram();

  private ClusterSpec read(String text) {
    var result = files.read("cluster.yaml", text);
    assertThat(result).isInstanceOf(ClusterFileResult.Read.class);
    return ((ClusterFileResult.Read) result).spec();
  }

  private static HostSpec oneHost() {
    return new HostSpec(
        Optional.empty(),
        "10.88.0.11",
        22,
        "root",
        Optional.empty(),
        false,
        Set.of(Role.CONTROL_PLANE, Role.WORKER),
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  @Test
  void aFileWithNothingButHostsIsValid() {
    assertThat(read("hosts: [{address: 10.88.0.11, roles: [control-plane, worker]}]"))
        .isEqualTo(ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(oneHost())));
  }

  @Test
  void readsTheExampleWhole() throws IOException {
    var spec = read(Files.readString(Path.of("docs/cluster.example.yaml")));
    assertThat(spec.name()).isEqualTo("homelab");
    assertThat(spec.hosts())
        .isEqualTo(
            List.of(
                new HostSpec(
                    Optional.of("n1"),
                    "10.88.0.11",
                    22,
                    "ops",
                    Optional.of("~/.ssh/id_ed25519"),
                    false,
                    Set.of(Role.CONTROL_PLANE),
                    Optional.of("10.88.0.11"),
                    Optional.of("10.88.0.11"),
                    false,
                    new TreeMap<>(),
                    List.of()),
                new HostSpec(
                    Optional.of("n2"),
                    "10.88.0.12",
                    22,
                    "ops",
                    Optional.empty(),
                    true,
                    Set.of(Role.WORKER),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    new TreeMap<>(Map.of("disk", "ssd")),
                    List.of(TaintSpec.parse("dedicated=batch:NoSchedule")))));
    assertThat(spec.ssh().bastion())
        .contains(new SshSpec.Bastion("gate.example.org", 22, "me", Optional.empty(), true));
    assertThat(spec.prepare().bindAddress())
        .isEqualTo(Map.of("n1", new PrepareSpec.BindAddress("eth0", "203.0.113.7/32")));
    assertThat(spec.network().podCIDR())
        .isEqualTo(List.of(Cidr.parse("10.244.0.0/16"), Cidr.parse("fd00:10:244::/56")));
    assertThat(spec.cni())
        .isEqualTo(
            new CniSpec(
                CniSpec.Name.FLANNEL,
                Optional.of("vxlan"),
                Optional.of("eth0"),
                Optional.of(1400),
                Optional.empty(),
                new TreeMap<>()));
    assertThat(spec.addons())
        .isEqualTo(
            new AddonsSpec(
                List.of(
                    new AddonSpec.Dashboard(
                        AddonSpec.Dashboard.Kind.HEADLAMP,
                        AddonSpec.Dashboard.Access.CLUSTER_ADMIN,
                        java.util.Optional.of("dash.example.lan")),
                    AddonSpec.MetricsServer.DEFAULT,
                    new AddonSpec.Prometheus(
                        1,
                        "15d",
                        java.util.Optional.of("local-path"),
                        java.util.Optional.of("20Gi")),
                    new AddonSpec.Logs("14d", java.util.Optional.of("local-path"), "20Gi"),
                    AddonSpec.LocalPath.DEFAULT,
                    new AddonSpec.Nfs("nas.example.lan", "/srv/kubernetes", false),
                    new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220")),
                    new AddonSpec.Rook(
                        new TreeMap<>(
                            Map.of("n2", List.of("/dev/disk/by-id/ata-EXAMPLE_2TB_0001"))),
                        Optional.of(1),
                        false,
                        false),
                    new AddonSpec.Ingress(AddonSpec.Ingress.Expose.LOAD_BALANCER, true),
                    new AddonSpec.Helm()),
                List.of("apps/web.yaml")));
    assertThat(spec.kubeadm().of("kubeletConfiguration")).isEqualTo(Map.of("maxPods", 110L));
  }

  @Test
  void theExampleShowsEveryKeyButThoseThatExcludeOthers() throws IOException {
    var text = Files.readString(Path.of("docs/cluster.example.yaml"));
    assertThat(files.keys())
        .extracting(key -> key.substring(key.lastIndexOf('.') + 1))
        .filteredOn(key -> !text.contains(key + ":"))
        .isSubsetOf("https", "version", "socket", "manifest");
  }

  @Test
  void writesOnlyWhatDiffersFromTheDefaults() {
    assertThat(files.write(ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(oneHost()))))
        .isEqualTo(
            """
            # A cluster for Kubeadm Wizard. What is not said here has its default; see docs/cluster-file.md.
            # No secret ever stands here: passwords and passphrases are asked for.
            apiVersion: kubeadm-wizard/v1
            kind: Cluster
            name: kubernetes
            kubernetes: "1.36"
            hosts:
              - address: 10.88.0.11
                user: root
                roles:
                  - control-plane
                  - worker
            """);
  }

  @Test
  void anyClusterComesBackAsItWas() {
    for (int seed = 0; seed < 400; seed++) {
      var spec = new AnyCluster(seed).spec();
      var text = files.write(spec);
      assertThat(files.read("seed " + seed, text))
          .as(text)
          .isEqualTo(new ClusterFileResult.Read(spec));
    }
  }

  @Test
  void savesAndReplacesAFileInOrder(@TempDir Path directory) throws IOException {
    var file = directory.resolve("cluster.yaml");
    var first = ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(oneHost()));
    var second = ClusterSpec.of(KubernetesVersion.parse("1.37"), List.of(oneHost()));
    assertThat(files.save(file, first)).isEmpty();
    assertThat(files.save(file, second)).isEmpty();
    assertThat(files.read(file)).isEqualTo(new ClusterFileResult.Read(second));
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aBrokenFileIsNeverOverwritten(@TempDir Path directory) throws IOException {
    var file = directory.resolve("cluster.yaml");
    Files.writeString(file, "hosts: [{address: 10.88.0.11, rolls: [worker]}]\n");
    var spec = ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of(oneHost()));
    assertThat(files.save(file, spec)).isPresent();
    assertThat(file).hasContent("hosts: [{address: 10.88.0.11, rolls: [worker]}]\n");
  }
}
