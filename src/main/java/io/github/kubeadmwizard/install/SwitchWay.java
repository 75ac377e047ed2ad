package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands between the pod network that a cluster runs and the one that its file asks for. */
public sealed interface SwitchWay {

  /** It runs already what its file says. */
  record Same() implements SwitchWay {}

  /**
   * Flannel stays and carries packets in another way; pods keep their addresses.
   *
   * @param from how it carries them now, such as {@code vxlan}
   */
  record WithinFlannel(String from, String to) implements SwitchWay {
    /**
     * What is switched, and what is interrupted.
     *
     * @param nodes how many
     */
    public List<Message> words(LivingNetwork living, int nodes) {
      var words = new ArrayList<Message>();
      words.add(
          from.equals(to)
              ? Message.of("install.switch.flannelSettings", to)
              : Message.of("install.switch.flannel", from, to));
      var pods =
          living.pods().entrySet().stream()
              .map(space -> space.getKey() + " " + space.getValue())
              .toList();
      words.add(Message.of("install.switch.flannelHarm", living.podCount(), pods, nodes));
      if (from.contains("host-gw")) {
        words.add(Message.of("install.switch.smallerPackets"));
      }
      return words;
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
    Optional<Problem> obstacle = obstacle(wish, living, names);
    if (obstacle.isPresent()) {
      return new Refused(obstacle.get());
    }
    var flannel = living.flannel().orElseThrow();
    String to = wish.cni().backend().orElse("vxlan");
    return flannel.isToldAs(wish) && flannel.isFollowed() && !hasLinksBesides(to, facts.values())
        ? new Same()
        : new WithinFlannel(
            flannel.isToldAs(wish) ? among(flannel.types().values()) : flannel.backend(), to);
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

  private static Optional<Problem> obstacle(
      ClusterSpec wish, LivingNetwork living, Collection<String> names) {
    return Stream.of(
            unknown(wish, living),
            ranges(wish, living),
            strangers(wish, living, names),
            pair(wish, living))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Nobody can take away what he does not know. */
  private static Optional<Problem> unknown(ClusterSpec wish, LivingNetwork living) {
    if (living.found().isEmpty()) {
      return refused(wish, "install.switchNothing", key(wish.cni().name()));
    }
    if (living.plugin().isPresent()) {
      return Optional.empty();
    }
    List<String> workloads = living.found().stream().map(LivingNetwork.Found::workload).toList();
    return living.found().size() > 1
        ? refused(wish, "install.switchSeveral", workloads)
        : refused(wish, "install.switchUnknown", workloads.getFirst());
  }

  /** kubeadm, kube-proxy and the controller manager keep the range for the cluster's life. */
  private static Optional<Problem> ranges(ClusterSpec wish, LivingNetwork living) {
    Set<String> wished = canonical(wish.network().podCIDR().stream().map(Cidr::toString));
    return living
        .podSubnet()
        .filter(has -> !canonical(Arrays.stream(has.split(","))).equals(wished))
        .flatMap(has -> refused(wish, "install.switchRange", has, wished));
  }

  private static Set<String> canonical(Stream<String> ranges) {
    return ranges.map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A node that is not switched with the others is cut off from them. */
  private static Optional<Problem> strangers(
      ClusterSpec wish, LivingNetwork living, Collection<String> names) {
    var strangers = living.nodes().stream().filter(node -> !names.contains(node)).toList();
    return strangers.isEmpty()
        ? Optional.empty()
        : refused(wish, "install.switchStrangers", strangers);
  }

  private static Optional<Problem> pair(ClusterSpec wish, LivingNetwork living) {
    CniSpec.Name from = living.plugin().orElseThrow();
    CniSpec.Name to = wish.cni().name();
    boolean flannel = from == CniSpec.Name.FLANNEL && to == CniSpec.Name.FLANNEL;
    return flannel && living.flannel().isPresent()
        ? Optional.empty()
        : refused(wish, "install.switchPair", key(from), key(to));
  }

  private static Optional<Problem> refused(ClusterSpec wish, String id, Object... args) {
    var host = new HostName(wish.firstControlPlane().label());
    return Optional.of(Problem.told(id, host, "", Optional.empty(), args));
  }

  private static String key(CniSpec.Name name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
