package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ChecksSpec;
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
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A wished cluster with what was read of its hosts: n1 is the control plane, the others are
 * workers, at 10.88.0.11 and on. All is well until a test says otherwise.
 */
final class TestCluster {
  private String version = "1.36";
  private final List<HostSpec> hosts = new ArrayList<>();
  private final Map<HostName, Seen> read = new LinkedHashMap<>();
  private PrepareSpec prepare = PrepareSpec.DEFAULT;
  private PackagesSpec packages = PackagesSpec.DEFAULT;
  private RuntimeSpec runtime = RuntimeSpec.DEFAULT;
  private ImagesSpec images = ImagesSpec.DEFAULT;
  private NetworkSpec network = NetworkSpec.DEFAULT;
  private CniSpec cni = CniSpec.DEFAULT;
  private final List<Route> ownRoutes = new ArrayList<>();
  private AddonsSpec addons = AddonsSpec.DEFAULT;
  private final List<String> override = new ArrayList<>();
  private final TreeMap<String, Map<String, Object>> kubeadm = new TreeMap<>();

  /** Three good hosts. */
  static TestCluster ofThree() {
    var cluster = new TestCluster();
    for (int i = 1; i <= 3; i++) {
      cluster.hosts.add(host(i, i == 1 ? Role.CONTROL_PLANE : Role.WORKER));
      cluster.read.put(new HostName("n" + i), Seen.of(GoodFacts.of(i)));
    }
    return cluster;
  }

  static HostSpec host(int number, Role role) {
    return new HostSpec(
        Optional.of("n" + number),
        "10.88.0.1" + number,
        22,
        "ops",
        Optional.empty(),
        false,
        Set.of(role),
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  TestCluster version(String wanted) {
    version = wanted;
    return this;
  }

  TestCluster prepare(PrepareSpec wanted) {
    prepare = wanted;
    return this;
  }

  TestCluster packages(PackagesSpec wanted) {
    packages = wanted;
    return this;
  }

  TestCluster runtime(RuntimeSpec wanted) {
    runtime = wanted;
    return this;
  }

  TestCluster images(ImagesSpec wanted) {
    images = wanted;
    return this;
  }

  TestCluster network(NetworkSpec wanted) {
    network = wanted;
    return this;
  }

  TestCluster cni(CniSpec wanted) {
    cni = wanted;
    return this;
  }

  TestCluster addons(AddonSpec... wanted) {
    addons = new AddonsSpec(List.of(wanted), List.of());
    return this;
  }

  TestCluster override(String id) {
    override.add(id);
    return this;
  }

  TestCluster laidOver(String document, Map<String, Object> values) {
    kubeadm.put(document, values);
    return this;
  }

  /** The wish for one host is another. */
  TestCluster host(String name, UnaryOperator<HostSpec> change) {
    hosts.replaceAll(host -> host.label().equals(name) ? change.apply(host) : host);
    return this;
  }

  /** The user gives this host no name, so that its address stands for it. */
  TestCluster unnamed(String name) {
    var address = "10.88.0.1" + name.substring(1);
    var seen = read.remove(new HostName(name));
    read.put(new HostName(address), Objects.requireNonNull(seen));
    return host(
        name,
        h ->
            new HostSpec(
                Optional.empty(),
                h.address(),
                h.port(),
                h.user(),
                h.key(),
                h.agent(),
                h.roles(),
                h.nodeIP(),
                h.advertiseAddress(),
                h.setHostname(),
                h.labels(),
                h.taints()));
  }

  /** Other facts of one host. */
  TestCluster facts(String name, UnaryOperator<HostFacts> change) {
    read.computeIfPresent(
        new HostName(name), (key, seen) -> new Seen(change.apply(seen.facts()), seen.ahead()));
    return this;
  }

  TestCluster seen(String name, UnaryOperator<Seen> change) {
    read.computeIfPresent(new HostName(name), (key, seen) -> change.apply(seen));
    return this;
  }

  TestCluster unreached(String name) {
    read.remove(new HostName(name));
    return this;
  }

  ClusterSpec spec() {
    return new ClusterSpec(
        "lab",
        KubernetesVersion.parse(version),
        hosts,
        SshSpec.DEFAULT,
        prepare,
        packages,
        Optional.empty(),
        runtime,
        images,
        network,
        cni,
        Optional.empty(),
        addons,
        new ChecksSpec(override),
        new KubeadmOverlay(kubeadm));
  }

  CheckReport look() {
    return Checks.look(spec(), read, ownRoutes);
  }

  /** This computer has a route to it. */
  TestCluster ownRoute(String range, String card) {
    ownRoutes.add(
        new Route(
            range,
            range.contains(":"),
            Optional.empty(),
            Optional.of(card),
            Optional.empty(),
            OptionalInt.empty()));
    return this;
  }

  /** What one check says of one host. */
  Finding finding(String key, String host) {
    return look().of(new HostName(host)).stream()
        .filter(finding -> finding.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding " + key + " on " + host));
  }

  /** How one check stands on one host, with its cell in English. */
  String cell(String key, String host) {
    var finding = finding(key, host);
    return finding.state() + " " + English.say(finding.shortly());
  }
}
