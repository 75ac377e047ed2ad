package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A cluster made by dice, in order by all rules. */
final class AnyCluster {
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nMIIB+/=\n-----END CERTIFICATE-----\n";

  private final Random dice;
  private final Mirrors mirrors = ClusterFile.mirrorsOfThisProgram();

  AnyCluster(long seed) {
    dice = new Random(seed);
  }

  ClusterSpec spec() {
    var hosts = IntStream.range(0, 1 + dice.nextInt(4)).mapToObj(this::host).toList();
    var runtime = runtime();
    return new ClusterSpec(
        one("homelab", "kubernetes", "on", "a1"),
        KubernetesVersion.parse(one("1.35", "1.36", "1.37.1", "1.36.4")),
        hosts,
        new SshSpec(maybe(this::bastion), one(32, 1, 100)),
        prepare(hosts),
        new PackagesSpec(
            maybe(() -> any(mirrors.ofPackages())),
            new PackagesSpec.Own(
                maybe(this::url), maybe(this::url), maybe(this::url), maybe(this::url)),
            maybe(() -> one("~/offline", "/srv/a bundle"))),
        maybe(() ->
            new ProxySpec(
                url(), maybe(this::url), some("10.0.0.0/8", ".lan", "*"), dice.nextBoolean())),
        runtime,
        new ImagesSpec(
            runtime.isDocker() ? Optional.empty() : maybe(() -> any(mirrors.ofImages())),
            new ImagesSpec.Own(
                maybe(() -> one("registry.k8s.io", "10.0.0.1:5000/k8s")),
                runtime.isDocker() ? new TreeMap<>() : mirrors()),
            registries()),
        network(),
        cni(),
        maybe(() -> one("http://10.0.0.1/upstream/", "~/manifests")),
        new AddonsSpec(addons(hosts), some("a.yaml", "b b.yaml")),
        new ChecksSpec(some("NumCPU", "Port-6443")),
        new KubeadmOverlay(trees("initConfiguration", "kubeletConfiguration")));
  }

  private List<AddonSpec> addons(List<HostSpec> hosts) {
    int byDefault = dice.nextInt(4); // one class of volumes at most is
    List<AddonSpec> all =
        List.of(
            new AddonSpec.Dashboard(
                any(AddonSpec.Dashboard.Kind.class), any(AddonSpec.Dashboard.Access.class)),
            new AddonSpec.MetricsServer(dice.nextBoolean()),
            new AddonSpec.LocalPath(one("/opt/a", AddonSpec.LocalPath.USUAL_PATH), byDefault == 0),
            new AddonSpec.Helm(),
            new AddonSpec.Prometheus(
                one(1, 2),
                one("24h", "15d"),
                Optional.of("local-path"),
                maybe(() -> one("5Gi", "500Mi"))),
            new AddonSpec.Logs(
                one("7d", "4w"), maybe(() -> one("local-path", "nfs")), one("10Gi", "500Mi")),
            new AddonSpec.Ingress(any(AddonSpec.Ingress.Expose.class), dice.nextBoolean()),
            new AddonSpec.Nfs(one("nas.lan", "10.9.0.5"), "/srv/a", byDefault == 1),
            new AddonSpec.MetalLb(List.of("10.9.0.200-10.9.0.220", "10.9.1.0/27")),
            new AddonSpec.Rook(disks(hosts), maybe(() -> 1), byDefault == 2, dice.nextBoolean()));
    return all.stream().filter(_ -> dice.nextBoolean()).toList();
  }

  private SortedMap<String, List<String>> disks(List<HostSpec> hosts) {
    var disks = new TreeMap<String, List<String>>();
    disks.put(hosts.getLast().label(), List.of("/dev/sdb"));
    disks.put(
        hosts.getFirst().label(),
        one(List.of("/dev/disk/by-id/a-b:0"), List.of("/dev/c", "/dev/d")));
    return disks;
  }

  private HostSpec host(int i) {
    boolean controlPlane = i == 0 || dice.nextBoolean();
    Set<Role> roles =
        !controlPlane
            ? Set.of(Role.WORKER)
            : dice.nextBoolean() ? Set.of(Role.CONTROL_PLANE) : Set.of(Role.values());
    Optional<String> name = maybe(() -> one("n", "1e", "yes") + i);
    Optional<String> key = maybe(() -> one("~/.ssh/id_ed25519", "/k e y"));
    return new HostSpec(
        name,
        one("10.88.0.1" + i, "host" + i + ".example.org", "fd00::" + i),
        one(22, 2222),
        one("root", "ops", "on"),
        key,
        key.isEmpty() && dice.nextBoolean(),
        roles,
        maybe(() -> one("10.88.0.11", "10.88.0.11,fd00::11")),
        controlPlane ? maybe(() -> "10.88.0.11") : Optional.empty(),
        name.isPresent() && dice.nextBoolean(),
        dice.nextBoolean()
            ? new TreeMap<>()
            : new TreeMap<>(Map.of("disk", one("ssd", "", "1", "true", "1.0"), "a.org/b", "no")),
        some(TaintSpec.parse("a=b:NoSchedule"), TaintSpec.parse("x.org/y:NoExecute")));
  }

  private SshSpec.Bastion bastion() {
    return new SshSpec.Bastion("gate.example.org", one(22, 2222), "me", Optional.of("~/k"), false);
  }

  private PrepareSpec prepare(List<HostSpec> hosts) {
    SortedMap<String, PrepareSpec.BindAddress> bound = new TreeMap<>();
    if (dice.nextBoolean()) {
      bound.put(hosts.getFirst().label(), new PrepareSpec.BindAddress("eth0", "203.0.113.7/32"));
    }
    return new PrepareSpec(
        some("ntp.example.lan", "10.0.0.1"),
        any(PrepareSpec.Selinux.class),
        bound,
        dice.nextBoolean(),
        dice.nextBoolean());
  }

  private NetworkSpec network() {
    var mode = any(HighAvailability.Mode.class);
    boolean moves =
        mode == HighAvailability.Mode.KUBE_VIP || mode == HighAvailability.Mode.KEEPALIVED;
    boolean dual = dice.nextBoolean();
    var v4 = List.of(Cidr.parse(one("10.244.0.0/16", "10.10.0.0/16")));
    var services = List.of(Cidr.parse(one("10.96.0.0/12", "10.200.0.0/20")));
    return new NetworkSpec(
        mode == HighAvailability.Mode.EXTERNAL
            ? Optional.of("k8s.example.org:6443")
            : maybe(() -> "[fd00::9]:6443"),
        new HighAvailability(mode, moves ? Optional.of("10.88.0.100") : Optional.empty()),
        dual ? List.of(v4.getFirst(), Cidr.parse("fd00:10:244::/56")) : v4,
        dual ? List.of(services.getFirst(), Cidr.parse("fd00:10:96::/112")) : services,
        one("cluster.local", "k8s.lan"),
        any(NetworkSpec.KubeProxyMode.class));
  }

  private CniSpec cni() {
    return switch (dice.nextInt(4)) {
      case 0 -> CniSpec.DEFAULT;
      case 1 -> cni(CniSpec.Name.FLANNEL, Optional.of("vxlan"), Map.of("directRouting", "true"));
      case 2 -> calico();
      default ->
          new CniSpec(
              CniSpec.Name.MANIFEST,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("my cni.yaml"),
              new TreeMap<>());
    };
  }

  private CniSpec calico() {
    return new CniSpec(
        CniSpec.Name.CALICO,
        maybe(() -> "vxlan"),
        Optional.empty(),
        maybe(() -> 1400),
        Optional.empty(),
        new TreeMap<>(
            Map.of(
                "autodetection", one("first-found", "interface=eth.*", "can-reach=10.0.0.1"),
                "install", one("manifest", "operator"),
                "imageRegistry", "10.0.0.1:5000/a")));
  }

  private CniSpec cni(CniSpec.Name name, Optional<String> backend, Map<String, String> options) {
    return new CniSpec(
        name,
        backend,
        maybe(() -> one("eth0", "10.88.0.11", "fd00::1")),
        maybe(() -> 1400),
        Optional.empty(),
        new TreeMap<>(options));
  }

  private RuntimeSpec runtime() {
    var name = any(RuntimeSpec.Name.class);
    var sources = RuntimeSpec.sources(name);
    return new RuntimeSpec(
        name,
        sources.get(dice.nextInt(sources.size())),
        maybe(() -> one("2.3.7", "1.7", "2")),
        any(RuntimeSpec.CgroupDriver.class),
        maybe(() -> "unix:///run/other.sock"));
  }

  private SortedMap<String, RegistrySpec> registries() {
    var registries = new TreeMap<String, RegistrySpec>();
    if (dice.nextBoolean()) {
      registries.put(
          "10.0.0.1:5000", new RegistrySpec(dice.nextBoolean(), true, false, Optional.empty()));
    }
    if (dice.nextBoolean()) {
      registries.put("r.lan", new RegistrySpec(dice.nextBoolean(), false, false, maybe(() -> PEM)));
    }
    return registries;
  }

  private SortedMap<String, String> mirrors() {
    return dice.nextBoolean()
        ? new TreeMap<>()
        : new TreeMap<>(Map.of("ghcr.io", url(), "localhost:5000", url()));
  }

  private SortedMap<String, Map<String, Object>> trees(String... names) {
    var trees = new TreeMap<String, Map<String, Object>>();
    for (String name : names) {
      if (dice.nextBoolean()) {
        trees.put(
            name,
            one(
                Map.of(),
                Map.of("a", "1", "b", 1L, "c", true, "d", "yes", "e", 1.5),
                Map.of("list", List.of(Map.of("name", "x", "value", "0644"), List.of()))));
      }
    }
    return trees;
  }

  private String url() {
    return one(
        "http://10.88.0.1:5000", "https://mirror.example.org/core:/stable:", "http://[::1]/");
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    return type.getEnumConstants()[dice.nextInt(type.getEnumConstants().length)];
  }

  private <T> T any(List<T> choices) {
    return choices.get(dice.nextInt(choices.size()));
  }

  @SafeVarargs
  private final <T> T one(T... choices) {
    return choices[dice.nextInt(choices.length)];
  }

  @SafeVarargs
  private final <T> List<T> some(T... choices) {
    var list = new ArrayList<T>();
    int most = dice.nextInt(choices.length + 1);
    for (T choice : choices) {
      if (list.size() < most) {
        list.add(choice);
      }
    }
    return List.copyOf(list);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return dice.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
