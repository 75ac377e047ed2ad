package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.practice.PracticeMachine.Part;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.SecretBook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The simulated machines of this program. What they have become lasts as long as it runs. A host
 * that is none of the practice hosts becomes a machine with which nothing is wrong.
 */
public final class PracticeMachines {
  private static final int INVENTED = 150;
  private static final Pattern TYPE = Pattern.compile("\"Type\" *: *\"([^\"]+)\"");

  private final Map<String, PracticeHost> known;
  private volatile Pace pace;
  private final Clock clock;
  private final Recording recording = Recording.brought();
  private final Map<String, PracticeMachine> byAddress = new ConcurrentHashMap<>();
  private final Map<HostName, PracticeMachine> byName = new ConcurrentHashMap<>();
  private final Set<String> nodes = ConcurrentHashMap.newKeySet();
  private final Map<String, String> servers = new ConcurrentHashMap<>();
  private final Map<String, String> flannels = new ConcurrentHashMap<>();
  private final Map<String, String> networks = new ConcurrentHashMap<>();
  private final Map<String, String> switches = new ConcurrentHashMap<>();
  private volatile Optional<String> joinedLast = Optional.empty();
  private final Set<Integer> invented = ConcurrentHashMap.newKeySet();

  /**
   * @param hosts those with which something is wrong; see {@link PracticeCluster#hosts()}
   * @param clock the time of day
   */
  public PracticeMachines(List<PracticeHost> hosts, Pace pace, Clock clock) {
    this.known =
        hosts.stream().collect(Collectors.toMap(PracticeHost::address, Function.identity()));
    this.pace = pace;
    this.clock = clock;
  }

  /** Those of the practice cluster; the registry is deaf to one of them for a first time. */
  public static PracticeMachines stumbling(Pace pace, Clock clock) {
    return new PracticeMachines(PracticeCluster.hosts(), pace, clock);
  }

  /** Those of the practice cluster, on which a run goes through at once. */
  public static PracticeMachines smooth(Pace pace, Clock clock) {
    var hosts =
        PracticeCluster.hosts().stream().map(h -> h.without(Trouble.DEAF_REGISTRY)).toList();
    return new PracticeMachines(hosts, pace, clock);
  }

  /** Connects to them. */
  public HostConnector connector(SecretBook secrets) {
    return new PracticeConnector(this, secrets);
  }

  /** Acts on them. */
  public PracticeExecutor executor() {
    return new PracticeExecutor(this);
  }

  Pace pace() {
    return pace;
  }

  /** Goes on at another pace. */
  public void pace(Pace other) {
    pace = other;
  }

  /** What the API server knows of a node, if a machine is one of this name. */
  Optional<NodeMarks> marks(String node) {
    return byAddress.values().stream()
        .filter(machine -> machine.nodeName.equals(node) && machine.isNode())
        .map(machine -> machine.marks)
        .findFirst();
  }

  Clock clock() {
    return clock;
  }

  Recording recording() {
    return recording;
  }

  /** The machine that a cluster means by this host, from now on also by its name. */
  PracticeMachine machine(HostSpec spec) {
    var machine = byAddress.computeIfAbsent(spec.address(), address -> made(spec));
    synchronized (machine) {
      machine.controlPlaneWanted = spec.isControlPlane();
      machine.wish = Optional.of(spec);
      machine.nodeName = spec.name().orElse(machine.hostname);
    }
    byName.put(new HostName(spec.label()), machine);
    return machine;
  }

  private PracticeMachine made(HostSpec spec) {
    var host = known.get(spec.address());
    return new PracticeMachine(
        host != null ? host : PracticeHost.fit(ownName(spec), address(spec)));
  }

  private static String ownName(HostSpec spec) {
    String address = spec.address();
    boolean number = address.matches("[0-9.]+|.*:.*");
    return spec.name()
        .orElse(number ? "host-" + address.replaceAll("[^0-9a-f]+", "-") : address)
        .replaceFirst("\\..*$", "");
  }

  /** A name gets an address that is always the same. */
  private String address(HostSpec spec) {
    String wanted = spec.nodeIP().map(ip -> ip.split(",", -1)[0].strip()).orElse(spec.address());
    if (wanted.matches("[0-9.]+")) {
      return wanted;
    }
    int number = Math.floorMod(spec.address().hashCode(), INVENTED);
    for (int tries = 0; tries < INVENTED && !invented.add(number); tries++) {
      number = (number + 1) % INVENTED;
    }
    return "192.0.2." + (100 + number);
  }

  /**
   * A machine that was connected before.
   *
   * @throws IllegalArgumentException if it never was
   */
  PracticeMachine machine(HostName name) {
    var machine = byName.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("never connected: " + name);
    }
    return machine;
  }

  /** Takes the key of this machine for known from now on. */
  void trust(String address) {
    var machine = byAddress.get(address);
    if (machine != null) {
      synchronized (machine) {
        machine.keyKnown = true;
      }
    }
  }

  /** The names of all nodes of all practice clusters. */
  Set<String> nodes() {
    return new TreeSet<>(nodes);
  }

  /** Notes that a cluster was made on this machine. */
  void made(PracticeMachine machine) {
    servers.put(machine.cluster, "https://" + machine.host.address() + ":6443");
    joined(machine);
  }

  /** Notes that this machine is a node now, and tells it where its cluster's API is. */
  void joined(PracticeMachine machine) {
    machine.apiServer = Optional.ofNullable(servers.get(machine.cluster));
    nodes.add(machine.nodeName);
    carry(machine);
    joinedLast = Optional.of(machine.nodeName);
  }

  /** Flannel's objects, as they were applied last. */
  Optional<String> flannel(String cluster) {
    return Optional.ofNullable(flannels.get(cluster));
  }

  /** The mark of a switch of the pod network that is not through. */
  Optional<String> switching(String cluster) {
    return Optional.ofNullable(switches.get(cluster));
  }

  /** Marks the nodes of a cluster; with nothing, no more. */
  void switching(String cluster, Optional<String> mark) {
    mark.ifPresentOrElse(text -> switches.put(cluster, text), () -> switches.remove(cluster));
  }

  /** The pod network leaves the API server; nodes keep what it made there. */
  void networkLeaves(String cluster) {
    flannels.remove(cluster);
    networks.remove(cluster);
    of(cluster).forEach(machine -> machine.laid = Optional.of(LaidNetwork.GONE));
  }

  /** What was applied is the pod network where another one has left. */
  void networkComes(String cluster, String objects) {
    var gone = of(cluster).filter(machine -> machine.laid.isPresent()).toList();
    Optional<LaidNetwork> comes = LaidNetwork.applied(objects);
    if (!gone.isEmpty() && comes.isPresent()) {
      gone.forEach(machine -> machine.laid = comes);
      networks.put(cluster, objects);
    }
  }

  /** The objects that took the place of a network that left; empty where none did. */
  Optional<String> network(String cluster) {
    return Optional.ofNullable(networks.get(cluster));
  }

  private Stream<PracticeMachine> of(String cluster) {
    return byAddress.values().stream().filter(machine -> machine.cluster.equals(cluster));
  }

  /** Notes Flannel's objects; it runs as they say where it did not run yet. */
  void flannel(String cluster, String objects) {
    flannels.put(cluster, objects);
    of(cluster).forEach(this::carry);
  }

  private void carry(PracticeMachine machine) {
    if (machine.isNode() && machine.backend.isEmpty()) {
      flannel(machine.cluster).flatMap(PracticeMachines::way).ifPresent(machine::carry);
    }
  }

  private static Optional<String> way(String objects) {
    var type = TYPE.matcher(objects);
    return type.find() ? Optional.of(type.group(1)) : Optional.empty();
  }

  /** The node that came last, for which all others wait. */
  Optional<String> joinedLast() {
    return joinedLast;
  }

  /** The machine where the API server of this cluster runs. */
  Optional<PracticeMachine> first(String cluster) {
    var server = servers.getOrDefault(cluster, "");
    return byAddress.values().stream()
        .filter(m -> server.equals("https://" + m.host.address() + ":6443"))
        .findFirst();
  }

  /**
   * What a machine is in its cluster.
   *
   * @param version of its kubelet
   * @param backend how Flannel carries packets; empty where it does not run
   */
  record Member(
      String name,
      String address,
      Part part,
      String version,
      String containerd,
      NodeMarks marks,
      Optional<String> backend) {}

  /** The nodes of a cluster, in the order of their addresses. Nobody holds a machine's lock. */
  List<Member> members(String cluster) {
    var members = new ArrayList<Member>();
    for (PracticeMachine machine : all()) {
      synchronized (machine) {
        if (machine.isNode() && machine.cluster.equals(cluster)) {
          members.add(
              new Member(
                  machine.nodeName,
                  machine.host.address(),
                  machine.part,
                  machine.versionOf("kubelet"),
                  machine.versionOf("containerd.io") + machine.versionOf("containerd"),
                  machine.marks,
                  machine.backend));
        }
      }
    }
    return members;
  }

  /** All that were connected. */
  List<PracticeMachine> all() {
    return byAddress.values().stream().sorted(Comparator.comparing(m -> m.host.address())).toList();
  }
}
