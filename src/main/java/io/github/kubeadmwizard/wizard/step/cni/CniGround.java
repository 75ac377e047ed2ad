package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.Passage;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.Firewall;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.NodeAddresses;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read of the hosts that matters to the pod network. */
record CniGround(Basis basis) {

  /**
   * A sentence on the hosts.
   *
   * @param well whether nothing is to be done about it
   */
  record Remark(Message said, boolean well) {}

  /** The remarks on the choice as it is, at least one. */
  List<Remark> remarks() {
    var remarks = new ArrayList<Remark>();
    if (read().isEmpty()) {
      return List.of(new Remark(Message.of("choices.cni.unread"), true));
    }
    CniSpec cni = basis.spec().cni();
    if (cni.name() != CniSpec.Name.NONE && cni.name() != CniSpec.Name.MANIFEST) {
      remarks.add(ports());
    }
    routed(cni).ifPresent(way -> remarks.add(neighbours(way)));
    if (cni.name() == CniSpec.Name.WEAVE) {
      remarks.add(new Remark(Message.of("choices.cni.weave.warning"), false));
    }
    var standing = LivingChoice.of(basis);
    if (standing.isPresent()) {
      remarks.add(standing.get());
      return List.copyOf(remarks);
    }
    var left = hosts(facts -> !facts.leftovers().cniConfigs().isEmpty());
    remarks.add(
        left.isEmpty()
            ? new Remark(Message.of("choices.cni.noOther"), true)
            : new Remark(Message.of("choices.cni.other", left), false));
    return List.copyOf(remarks);
  }

  /** Ways of carrying packets that wrap nothing, so that routers between hosts would lose them. */
  private static Optional<String> routed(CniSpec cni) {
    return cni.backend().filter(one -> one.equals(CniModel.HOST_GW) || one.equals("none"));
  }

  private Remark ports() {
    var passages = PodNetwork.of(basis.spec()).passages();
    if (passages.isEmpty()) {
      return new Remark(Message.of("choices.cni.ports.none"), true);
    }
    String all =
        passages.stream().map(CniGround::said).distinct().collect(Collectors.joining(", "));
    var byHand = hosts(facts -> facts.firewall().tool() == Firewall.Tool.IPTABLES);
    if (!byHand.isEmpty()) {
      return new Remark(Message.of("choices.cni.ports.byHand", all, byHand), false);
    }
    var opened = hosts(facts -> facts.firewall().tool() != Firewall.Tool.NONE);
    return opened.isEmpty()
        ? new Remark(Message.of("choices.cni.ports.open", all), true)
        : new Remark(Message.of("choices.cni.ports.opened", all, opened), true);
  }

  private static String said(Passage passage) {
    return switch (passage.protocol()) {
      case "ipip" -> "IP-in-IP (4)";
      case "icmp" -> "ICMP";
      default ->
          passage.protocol().toUpperCase(Locale.ROOT) + " " + passage.ports().replace('-', '–');
    };
  }

  private Remark neighbours(String way) {
    var networks =
        basis.spec().hosts().stream()
            .flatMap(host -> basis.factsOf(host).stream().flatMap(facts -> network(host, facts)))
            .distinct()
            .toList();
    return networks.size() <= 1
        ? new Remark(Message.of("choices.cni.oneNetwork", way), true)
        : new Remark(
            Message.of(
                "choices.cni.manyNetworks", way, networks.stream().map(Cidr::toString).toList()),
            false);
  }

  private static Stream<Cidr> network(HostSpec host, HostFacts facts) {
    String own = NodeAddresses.of(host, facts).getFirst();
    return facts.network().nicOf(own).stream()
        .flatMap(nic -> nic.addresses().stream())
        .filter(address -> address.address().equals(own))
        .map(address -> Cidr.around(address.address() + "/" + address.prefix()));
  }

  private List<String> hosts(Predicate<HostFacts> that) {
    return basis.spec().hosts().stream()
        .filter(host -> basis.factsOf(host).filter(that).isPresent())
        .map(HostSpec::label)
        .toList();
  }

  private List<HostFacts> read() {
    return basis.spec().hosts().stream().flatMap(host -> basis.factsOf(host).stream()).toList();
  }

  /** Cards that every host has, physical ones first. */
  List<String> cards() {
    var all = read();
    return all.isEmpty()
        ? List.of()
        : all.getFirst().network().nics().stream()
            .filter(nic -> !all.getFirst().leftovers().cniLinks().contains(nic.name()))
            .map(Nic::name)
            .filter(name ->
                all.stream()
                    .allMatch(facts ->
                        facts.network().nics().stream().anyMatch(nic -> nic.name().equals(name))))
            .toList();
  }

  /** The smallest packet size among the cards that carry pod traffic; empty where unread. */
  Optional<Integer> mtu() {
    Optional<String> wish = basis.spec().cni().networkInterface();
    return basis.spec().hosts().stream()
        .flatMap(host -> basis.factsOf(host).stream().flatMap(facts -> card(host, facts, wish)))
        .map(Nic::mtu)
        .min(Integer::compare);
  }

  private static Stream<Nic> card(HostSpec host, HostFacts facts, Optional<String> wish) {
    return wish.map(name ->
            facts.network().nics().stream()
                .filter(nic ->
                    nic.name().equals(name)
                        || nic.addresses().stream().anyMatch(a -> a.address().equals(name))))
        .orElseGet(() -> ofDefaultRoute(host, facts).stream());
  }

  /** What Flannel takes by itself; the node's own card where no default route was read. */
  private static Optional<Nic> ofDefaultRoute(HostSpec host, HostFacts facts) {
    return facts.network().defaultRoutes().stream()
        .flatMap(route -> route.device().stream())
        .flatMap(device -> facts.network().nics().stream().filter(nic -> nic.name().equals(device)))
        .findFirst()
        .or(() -> facts.network().nicOf(NodeAddresses.of(host, facts).getFirst()));
  }
}
