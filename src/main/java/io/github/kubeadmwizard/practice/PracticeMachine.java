package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.HostSpec;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A simulated machine: what it has become by now. Whoever reads or changes it holds its lock. It
 * lives as long as the program.
 */
final class PracticeMachine {
  /** More than the five minutes that kubeadm dates certificates back. */
  private static final Duration BEHIND = Duration.ofSeconds(671);

  private static final String OLD_CONTAINERD = "1.6.20~ds1-1+b1";

  /** A unit that systemd knows. */
  record Unit(boolean enabled, boolean active) {}

  /** What it is in a cluster. */
  enum Part {
    NONE,
    CONTROL_PLANE,
    WORKER
  }

  final PracticeHost host;
  final String system;
  final SortedMap<String, String> packages = new TreeMap<>();
  final SortedSet<String> held = new TreeSet<>();
  final SortedMap<String, Unit> units = new TreeMap<>();
  final SortedSet<String> modules = new TreeSet<>();
  final SortedMap<String, String> sysctls = new TreeMap<>();
  final SortedMap<String, String> files = new TreeMap<>();
  final SortedMap<String, List<String>> names = new TreeMap<>();
  final Set<String> images = new HashSet<>();

  /** Actions that were carried out and are seen nowhere else. */
  final Set<Object> done = new HashSet<>();

  /** Units that run with settings from before a change. */
  final Set<String> stale = new HashSet<>();

  /** What the API server knows of its node. */
  final NodeMarks marks = new NodeMarks();

  /** The links that Flannel made here to carry packets. */
  final Set<String> carriers = ConcurrentHashMap.newKeySet();

  /** How Flannel carries packets here; empty where it does not run. */
  volatile Optional<String> backend = Optional.empty();

  /**
   * What was applied to the cluster after its first pod network left; empty: the first is there.
   */
  volatile Optional<LaidNetwork> laid = Optional.empty();

  /** Whom and what the API server lets in, where this is the first control plane. */
  final Grants grants = new Grants();

  boolean controlPlaneWanted;
  Optional<HostSpec> wish = Optional.empty();
  boolean swap;
  boolean keyKnown;
  boolean registryDeaf;
  boolean testPods;
  Duration behind;
  String hostname;
  String nodeName;
  Part part = Part.NONE;
  String cluster = "kubernetes";
  Optional<String> apiServer = Optional.empty();

  PracticeMachine(PracticeHost host) {
    this.host = host;
    this.system = Assets.text("practice/facts-" + host.system() + ".txt");
    this.hostname = host.name();
    this.nodeName = host.name();
    this.swap = host.has(Trouble.SWAP);
    this.registryDeaf = host.has(Trouble.DEAF_REGISTRY);
    this.behind = host.has(Trouble.SLOW_CLOCK) ? BEHIND : Duration.ZERO;
    var running = new Unit(true, true);
    for (String unit : List.of("systemd-networkd.service", "systemd-resolved.service")) {
      units.put(unit, running);
    }
    units.put("chrony.service", behind.isZero() ? running : new Unit(false, false));
    if (swap) {
      units.put("zramswap.service", running);
    }
    if (host.has(Trouble.FIREWALL)) {
      units.put("ufw.service", running);
    }
    if (host.has(Trouble.OLD_CONTAINERD)) {
      packages.put("containerd", OLD_CONTAINERD);
      packages.put("runc", "1.1.5+ds1-1+b1");
      units.put("containerd.service", running);
    }
  }

  /** A value of the recorded system, such as {@code VERSION_CODENAME}; empty if it has none. */
  String ofSystem(String key) {
    return system
        .lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).replace("\"", ""))
        .findFirst()
        .orElse("");
  }

  /** The version of a package up to its first dash, or empty. */
  String versionOf(String name) {
    return packages.getOrDefault(name, "").replaceFirst("^\\d+:", "").replaceFirst("[-~+].*$", "");
  }

  /** Flannel carries packets in this way from now on; links of another way stay. */
  void carry(String way) {
    backend = Optional.of(way);
    switch (way) {
      case "vxlan" -> carriers.add("flannel.1");
      case "wireguard" -> carriers.add("flannel-wg");
      default -> {}
    }
  }

  /** Only what the present way needs stays. */
  void clearCarriers() {
    carriers.clear();
    backend.ifPresent(this::carry);
  }

  /** Its pod network was cleared away. */
  void forgetNetwork() {
    backend = Optional.empty();
    carriers.clear();
  }

  boolean isNode() {
    return part != Part.NONE;
  }
}
