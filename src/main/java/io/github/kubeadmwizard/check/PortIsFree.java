package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.AddonCatalogue;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.facts.ListeningPort;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.OptionalInt;

/** Source: preflight, PortOpenCheck; our own for ports that kube-proxy and Flannel take. */
record PortIsFree(String key, Ask ask, Role role, boolean kubeadmStops) implements HostCheck {

  /** Which port it is. */
  interface Ask {
    OptionalInt port(HostContext at);
  }

  /** Who needs it. */
  enum Role {
    CONTROL_PLANE,
    EVERY_NODE
  }

  /** A control plane's port that kubeadm asks for. */
  static PortIsFree controlPlane(int port) {
    return new PortIsFree("Port-" + port, at -> OptionalInt.of(port), Role.CONTROL_PLANE, true);
  }

  /** The API server's, wherever the user puts it. */
  static PortIsFree api() {
    return new PortIsFree(
        "Port-6443", at -> OptionalInt.of(at.laidOver().bindPort()), Role.CONTROL_PLANE, true);
  }

  /** A port of etcd, unless the user brings his own etcd. */
  static PortIsFree etcd(int port) {
    return new PortIsFree(
        "Port-" + port,
        at -> at.laidOver().hasExternalEtcd() ? OptionalInt.empty() : OptionalInt.of(port),
        Role.CONTROL_PLANE,
        true);
  }

  /** The kubelet's, which kubeadm asks for on every node. */
  static PortIsFree kubelet() {
    return new PortIsFree("Port-10250", at -> OptionalInt.of(10250), Role.EVERY_NODE, true);
  }

  /** kube-proxy's health port; without it load balancers take the node for dead. */
  static PortIsFree kubeProxy() {
    return new PortIsFree("Port-10256", at -> OptionalInt.of(10256), Role.EVERY_NODE, false);
  }

  /** The node exporter's, which packages of distributions have, too. */
  static PortIsFree nodeExporter() {
    return new PortIsFree("Port-9100", PortIsFree::ofAddons, Role.EVERY_NODE, false);
  }

  private static OptionalInt ofAddons(HostContext at) {
    boolean used =
        AddonCatalogue.load().chosen(at.spec()).stream()
            .anyMatch(addon -> addon.ports().contains("9100/tcp"));
    return used ? OptionalInt.of(9100) : OptionalInt.empty();
  }

  /** VXLAN as Flannel, Canal and Cilium send it, whose port nobody else may have. */
  static PortIsFree vxlan() {
    return new PortIsFree("Port-8472", PortIsFree::ofVxlan, Role.EVERY_NODE, false);
  }

  private static OptionalInt ofVxlan(HostContext at) {
    boolean used =
        PodNetwork.of(at.spec()).passages().stream()
            .anyMatch(p -> p.protocol().equals("udp") && p.ports().equals("8472"));
    return used ? OptionalInt.of(8472) : OptionalInt.empty();
  }

  @Override
  public String id() {
    return key;
  }

  @Override
  public String words() {
    return "Port";
  }

  @Override
  public Message title() {
    return Message.of("check.title.Port", key.substring("Port-".length()));
  }

  @Override
  public Group group() {
    return Group.FIREWALL;
  }

  @Override
  public Check on(HostContext at) {
    return new PortIsFree("Port-" + ask.port(at).orElseThrow(), ask, role, kubeadmStops);
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var port = ask.port(at);
    if (port.isEmpty() || (role == Role.CONTROL_PLANE && !at.isControlPlane())) {
      return Optional.empty();
    }
    return Optional.of(judge(port.getAsInt(), at));
  }

  private Verdict judge(int port, HostContext at) {
    var network = at.facts().network();
    var protocol =
        key.equals("Port-8472") ? ListeningPort.Protocol.UDP : ListeningPort.Protocol.TCP;
    var owners =
        network.listeners(protocol, port).stream().map(PortIsFree::owner).distinct().toList();
    var number = Integer.toString(port); // not as a number, which a language would group
    if (owners.isEmpty()) {
      return Verdict.passed(
          Message.of("check.short.free"), Message.of("check.read.portFree", number));
    }
    var read = Message.of("check.read.portTaken", number, owners);
    if (at.isMember()) {
      return Verdict.passed(Message.of("check.short.ours"), read);
    }
    return kubeadmStops
        ? Verdict.blocks(Verdict.value(owners.getFirst()), read)
        : Verdict.warning(Verdict.value(owners.getFirst()), read);
  }

  private static Object owner(ListeningPort port) {
    return port.process()
        .<Object>map(name -> name)
        .orElseGet(() -> Message.of("check.read.someone"));
  }
}
