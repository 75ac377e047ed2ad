package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Clusters for tests: written short, changed one thing at a time. */
public final class Clusters {
  public static final KubernetesVersion VERSION = KubernetesVersion.parse("1.36.4");

  private Clusters() {}

  /** A control plane. */
  public static HostSpec plane(int number) {
    return host(number, Set.of(Role.CONTROL_PLANE), Map.of());
  }

  /** A worker. */
  public static HostSpec worker(int number) {
    return host(number, Set.of(Role.WORKER), Map.of());
  }

  /** Both at once. */
  public static HostSpec both(int number, String... taints) {
    return host(number, Set.of(Role.CONTROL_PLANE, Role.WORKER), Map.of(), taints);
  }

  /** A host n1, n2 … at 10.88.0.11, 10.88.0.12 … */
  public static HostSpec host(
      int number, Set<Role> roles, Map<String, String> labels, String... taints) {
    return new HostSpec(
        Optional.of("n" + number),
        "10.88.0." + (10 + number),
        22,
        "ops",
        Optional.empty(),
        true,
        roles,
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(labels),
        List.of(taints).stream().map(TaintSpec::parse).toList());
  }

  /** The node of such a host. */
  public static NodeIdentity node(int number) {
    String address = "10.88.0." + (10 + number);
    return new NodeIdentity("n" + number, List.of(address), address);
  }

  /** With every default. */
  public static ClusterSpec of(HostSpec... hosts) {
    return with(NetworkSpec.DEFAULT, ChecksSpec.DEFAULT, "", hosts);
  }

  /** With this under {@code kubeadm:}. */
  public static ClusterSpec overlaid(String yaml, HostSpec... hosts) {
    return with(NetworkSpec.DEFAULT, ChecksSpec.DEFAULT, yaml, hosts);
  }

  /** With a network of its own. */
  public static ClusterSpec with(
      NetworkSpec network, ChecksSpec checks, String overlay, HostSpec... hosts) {
    return new ClusterSpec(
        "homelab",
        KubernetesVersion.parse("1.36"),
        List.of(hosts),
        SshSpec.DEFAULT,
        PrepareSpec.DEFAULT,
        PackagesSpec.DEFAULT,
        Optional.empty(),
        RuntimeSpec.DEFAULT,
        ImagesSpec.DEFAULT,
        network,
        CniSpec.DEFAULT,
        Optional.empty(),
        AddonsSpec.DEFAULT,
        checks,
        overlay.isEmpty() ? KubeadmOverlay.DEFAULT : new KubeadmOverlay(trees(overlay)));
  }

  /** With programs from elsewhere. */
  public static ClusterSpec from(PackagesSpec packages, RuntimeSpec runtime, HostSpec... hosts) {
    return new ClusterSpec(
        "homelab",
        VERSION,
        List.of(hosts),
        SshSpec.DEFAULT,
        PrepareSpec.DEFAULT,
        packages,
        Optional.empty(),
        runtime,
        ImagesSpec.DEFAULT,
        NetworkSpec.DEFAULT,
        CniSpec.DEFAULT,
        Optional.empty(),
        AddonsSpec.DEFAULT,
        ChecksSpec.DEFAULT,
        KubeadmOverlay.DEFAULT);
  }

  /** containerd from there. */
  public static RuntimeSpec runtime(RuntimeSpec.Source from) {
    var usual = RuntimeSpec.DEFAULT;
    return new RuntimeSpec(
        usual.name(), from, usual.version(), usual.cgroupDriver(), usual.socket());
  }

  /** Two families. */
  public static NetworkSpec dualStack() {
    var d = NetworkSpec.DEFAULT;
    return new NetworkSpec(
        Optional.of("k8s.example.lan"),
        d.highAvailability(),
        List.of(Cidr.parse("10.244.0.0/16"), Cidr.parse("fd00:10:244::/56")),
        List.of(Cidr.parse("10.96.0.0/16"), Cidr.parse("fd00:10:96::/112")),
        "example.lan",
        NetworkSpec.KubeProxyMode.NFTABLES);
  }

  @SuppressWarnings("unchecked")
  private static SortedMap<String, Map<String, Object>> trees(String yaml) {
    var trees = new TreeMap<String, Map<String, Object>>();
    PlainTree.read(yaml).forEach((key, tree) -> trees.put(key, (Map<String, Object>) tree));
    return trees;
  }
}
