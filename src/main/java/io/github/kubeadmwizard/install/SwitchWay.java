package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.addons.NetworkTraces;
import io.github.kubeadmwizard.addons.NetworkWorkloads;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands between the pod network that a cluster runs and the one that its file asks for. */
public sealed interface SwitchWay permits SwitchWay.Same, SwitchWay.Possible, SwitchWay.Refused {

  /** It runs already what its file says. */
  record Same() implements SwitchWay {}

  /** It can be done. */
  sealed interface Possible extends SwitchWay permits WithinFlannel, BetweenPlugins {
    /** What the cluster will run, for people. */
    String to();

    /**
     * What is switched, and what is interrupted.
     *
     * @param nodes how many
     */
    List<Message> words(LivingNetwork living, int nodes);

    /** What leaves the cluster; empty where pods keep their network. */
    Optional<Departing> leaving();
  }

  /**
   * Flannel stays and carries packets in another way; pods keep their addresses.
   *
   * @param from how it carries them now, such as {@code vxlan}
   */
  record WithinFlannel(String from, String to) implements Possible {
    @Override
    public List<Message> words(LivingNetwork living, int nodes) {
      var words = new ArrayList<Message>();
      words.add(
          from.equals(to)
              ? Message.of("install.switch.flannelSettings", to)
              : Message.of("install.switch.flannel", from, to));
      words.add(
          Message.of("install.switch.flannelHarm", living.podCount(), perNamespace(living), nodes));
      if (from.contains("host-gw")) {
        words.add(Message.of("install.switch.smallerPackets"));
      }
      return words;
    }

    @Override
    public Optional<Departing> leaving() {
      return Optional.empty();
    }
  }

  /** It cannot be done, or not safely. */
  record Refused(Problem problem) implements SwitchWay {}

  /**
   * Decides.
   *
   * @param facts of every host of the cluster file
   */
  static SwitchWay of(ClusterSpec wish, LivingNetwork living, Map<HostName, HostFacts> facts) {
    var names = new ArrayList<String>();
    for (HostSpec host : wish.hosts()) {
      HostFacts its = facts.get(new HostName(host.label()));
      if (its != null) {
        names.add(Preparation.nodeName(host, its));
      }
    }
    Optional<Problem> obstacle = new SwitchObstacles(wish, living).first(names);
    if (obstacle.isPresent()) {
      return new Refused(obstacle.get());
    }
    boolean between =
        living.departing().isPresent() || !living.plugin().equals(Optional.of(wish.cni().name()));
    return between ? between(wish, living) : withinFlannel(wish, living, facts);
  }

  private static SwitchWay withinFlannel(
      ClusterSpec wish, LivingNetwork living, Map<HostName, HostFacts> facts) {
    var flannel = living.flannel().orElseThrow();
    String to = wish.cni().backend().orElse("vxlan");
    return flannel.isToldAs(wish) && flannel.isFollowed() && !hasLinksBesides(to, facts.values())
        ? new Same()
        : new WithinFlannel(
            flannel.isToldAs(wish) ? among(flannel.types().values()) : flannel.backend(), to);
  }

  /** A switch that was cut off goes on; one that was turned around takes away what both left. */
  private static SwitchWay between(ClusterSpec wish, LivingNetwork living) {
    CniSpec.Name name = wish.cni().name();
    String to = trace(wish.cni());
    String id = UUID.randomUUID().toString().substring(0, 8);
    // what came half-way may run no DaemonSet yet, and is known by the mark alone
    var traces =
        Stream.concat(
                living.found().stream().flatMap(one -> one.traces().stream()),
                living.departing().map(Departing::to).stream())
            .filter(one -> NetworkTraces.named(one).isPresent())
            .toList();
    var workloads = living.found().stream().map(LivingNetwork.Found::workload).toList();
    Optional<Departing> begun = living.departing();
    Departing leaving =
        begun
            .map(mark -> mark.to().equals(to) ? mark : mark.turned(traces, workloads, to, id))
            .orElseGet(() -> new Departing(traces, workloads, to, id));
    return new BetweenPlugins(leaving, name, begun.isPresent());
  }

  /**
   * Looks once more when the new network's objects are known: a manifest of the user's own whose
   * DaemonSets run already is there.
   */
  static SwitchWay fitted(
      Possible way, ClusterSpec spec, LivingNetwork living, Manifests manifests) {
    if (!(way instanceof BetweenPlugins between) || between.goesOn()) {
      return way;
    }
    List<Layer> layers = Preparation.podNetwork(spec, manifests);
    var coming = layers.stream().flatMap(layer -> NetworkWorkloads.of(layer).stream()).toList();
    return living.found().stream().anyMatch(one -> coming.contains(one.workload()))
        ? new Same()
        : way;
  }

  /** What comes, by the name under which its traces are known. */
  static String trace(CniSpec cni) {
    return cni.name() == CniSpec.Name.CALICO && "operator".equals(cni.options().get("install"))
        ? NetworkTraces.CALICO_BY_OPERATOR
        : key(cni.name());
  }

  /** A plugin as the cluster file names it. */
  static String key(CniSpec.Name name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** Lines such as {@code shop 3}. */
  static List<String> perNamespace(LivingNetwork living) {
    return living.pods().entrySet().stream()
        .map(space -> space.getKey() + " " + space.getValue())
        .toList();
  }

  /** Whether a host still has links of another way. */
  private static boolean hasLinksBesides(String backend, Collection<HostFacts> facts) {
    return facts.stream()
        .flatMap(host -> host.leftovers().flannelWays().stream())
        .anyMatch(way -> !way.equals(backend));
  }

  /** Of a switch that was cut off the old way is known by the nodes alone. */
  private static String among(Collection<String> types) {
    return types.stream().distinct().sorted().collect(Collectors.joining(", "));
  }
}
