package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability.Mode;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.network.AddressSpace.Collision;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The addresses of pods, services and nodes, and how the control plane is reached. */
public final class NetworkModel implements StepModel {
  /** The check of the same matter; who overrides it by name has seen the collision. */
  private static final String CHECK = "NetworkOverlap";

  private final Basis basis;
  private final Seen seen = new Seen();
  private final Entry pods;
  private final Entry services;
  private final Entry endpoint;
  private final Entry domain;
  private final ApiSettings api;
  private final NodeAddressChoice addresses;
  private AddressSpace space = new AddressSpace(List.of(), List.of(), List.of());

  /** Over these choices. */
  public NetworkModel(Basis basis) {
    this.basis = basis;
    pods =
        new Entry(
            Forms.required("network.podCIDR"),
            text ->
                change(was -> NetworkParts.with(was, NetworkParts.ranges(text), was.serviceCIDR())),
            () -> wrongRange("network.podCIDR", Use.PODS));
    services =
        new Entry(
            Forms.required("network.serviceCIDR"),
            text -> change(was -> NetworkParts.with(was, was.podCIDR(), NetworkParts.ranges(text))),
            () -> wrongRange("network.serviceCIDR", Use.SERVICES));
    endpoint =
        new Entry(
            Forms.optional("network.endpoint"),
            this::takeEndpoint,
            () -> basis.broken("network.endpoint"::equals));
    domain =
        new Entry(
            Forms.required("network.dnsDomain"),
            text -> change(was -> NetworkParts.with(was, text, was.kubeProxy())));
    api = new ApiSettings(basis);
    addresses = new NodeAddressChoice(basis);
    basis.follow(this::follow);
    Stream.concat(entries(), api.entries())
        .forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
    api.lists().forEach(list -> list.wrong().subscribe((_, _) -> tell()));
  }

  private Stream<Entry> entries() {
    return Stream.of(pods, services, endpoint, domain);
  }

  private void follow() {
    NetworkSpec chosen = chosen();
    space = AddressSpace.of(basis.spec(), basis::factsOf, basis.ownRoutes().get());
    pods.follow(NetworkParts.text(chosen.podCIDR()));
    services.follow(NetworkParts.text(chosen.serviceCIDR()));
    endpoint.follow(chosen.endpoint().orElse(""));
    domain.follow(chosen.dnsDomain());
    api.follow();
    tell();
  }

  private void tell() {
    seen.tell(shortly(), wrong(), Optional.empty(), restsOn());
  }

  private Message shortly() {
    return Message.of("choices.network.shortly", NetworkParts.text(chosen().podCIDR()));
  }

  private Object restsOn() {
    return basis.spec().hosts().stream().map(HostSpec::address).toList();
  }

  private Optional<Message> wrong() {
    if (!blocking(Use.PODS).isEmpty() || !blocking(Use.SERVICES).isEmpty()) {
      return Optional.of(Message.of("choices.network.collides"));
    }
    if (api.isWrong() || entries().anyMatch(entry -> entry.wrong().get().isPresent())) {
      return Optional.of(Message.of("choices.remark.wrong"));
    }
    return isInstallable(chosen().highAvailability().mode())
        ? Optional.empty()
        : Optional.of(Message.of("choices.remark.refused"));
  }

  private Optional<Message> wrongRange(String path, Use use) {
    return blocking(use).stream()
        .findFirst()
        .map(NetworkModel::collides)
        .or(() -> basis.broken(path::equals));
  }

  private List<Collision> blocking(Use use) {
    return basis.spec().checks().overrides(CHECK)
        ? List.of()
        : space.collisions(use).stream()
            .filter(one -> one.ours().use() == use)
            .filter(one -> one.other().use() != Use.SERVICES && one.blocks())
            .toList();
  }

  /** What a collision is, in words. */
  static Message collides(Collision one) {
    String ours = one.ours().range().toString();
    String other = one.other().range().toString();
    return switch (one.other().use()) {
      case SERVICES, PODS -> Message.of("choices.network.collides.services", ours, other);
      case LAPTOP -> Message.of("choices.network.collides.own", other, one.other().through());
      case HOSTS, ROUTE ->
          Message.of(
              "choices.network.collides.taken",
              other,
              one.other().through(),
              one.other().hosts().size(),
              one.other().hosts().getFirst());
    };
  }

  @Override
  public Step step() {
    return Step.NETWORK;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return seen.state();
  }

  /** Somebody looks at the page. */
  public void look() {
    seen.look(restsOn());
    tell();
  }

  /** Grows with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return seen.changes();
  }

  /** The pods' range as it is typed. */
  public Entry pods() {
    return pods;
  }

  /** The services' range as it is typed. */
  public Entry services() {
    return services;
  }

  /** The control plane's name or address as it is typed. */
  public Entry endpoint() {
    return endpoint;
  }

  /** The cluster's DNS domain as it is typed. */
  public Entry domain() {
    return domain;
  }

  /** Rare settings of the control plane. */
  public ApiSettings api() {
    return api;
  }

  /** Which address each host uses. */
  public NodeAddressChoice addresses() {
    return addresses;
  }

  /** The choices on the network. */
  public NetworkSpec chosen() {
    return basis.spec().network();
  }

  /** Who uses which addresses. */
  public AddressSpace space() {
    return space;
  }

  /** How much fits into the ranges. */
  public Optional<Capacity> capacity() {
    return Capacity.of(basis.spec());
  }

  /** How many hosts there are, and of how many the routes were read. */
  public int[] read() {
    var hosts = basis.spec().hosts();
    return new int[] {
      hosts.size(), (int) hosts.stream().filter(host -> basis.factsOf(host).isPresent()).count()
    };
  }

  /** Whether the routes of this computer are known. */
  public boolean readsOwn() {
    return !basis.ownRoutes().get().isEmpty();
  }

  /** A free range in place of one that collides; empty where nothing collides. */
  public Optional<Cidr> proposed(Use use) {
    var chosen = use == Use.PODS ? chosen().podCIDR() : chosen().serviceCIDR();
    boolean collides = !space.collisions(use).isEmpty();
    return chosen.stream()
        .filter(range -> collides && !range.isIpv6())
        .findFirst()
        .flatMap(range -> space.free(use, range.prefix()));
  }

  /** Takes the free range. */
  public void useFree(Use use) {
    proposed(use).ifPresent(free -> replaceIpv4(use, free));
  }

  private void replaceIpv4(Use use, Cidr free) {
    change(was ->
        use == Use.PODS
            ? NetworkParts.with(was, NetworkParts.replaced(was.podCIDR(), free), was.serviceCIDR())
            : NetworkParts.with(
                was, was.podCIDR(), NetworkParts.replaced(was.serviceCIDR(), free)));
  }

  /** The name that the nodes' hosts files get where the user gives none. */
  public String ownEndpoint() {
    var was = chosen();
    return ControlPlaneEndpoint.of(
            basis.spec().with(NetworkParts.with(was, Optional.empty(), was.highAvailability())))
        .text();
  }

  /** Whether this version sets the control plane up so. */
  public boolean isInstallable(Mode mode) {
    return basis.installs(spec ->
        spec.with(
            NetworkParts.with(
                NetworkSpec.DEFAULT,
                Optional.empty(),
                new HighAvailability(mode, Optional.empty()))));
  }

  /** Reaches the control plane so. */
  public void reach(Mode mode) {
    change(was ->
        NetworkParts.with(was, was.endpoint(), new HighAvailability(mode, Optional.empty())));
  }

  /** Lets kube-proxy route so. */
  public void proxy(KubeProxyMode mode) {
    change(was -> NetworkParts.with(was, was.dnsDomain(), mode));
  }

  /** Hosts whose kernel is too old for nftables. Source: Kubernetes docs, virtual IPs. */
  List<String> tooOldForNftables() {
    return basis.spec().hosts().stream()
        .filter(host ->
            basis.factsOf(host).filter(facts -> !facts.kernel().isAtLeast(5, 13)).isPresent())
        .map(HostSpec::label)
        .toList();
  }

  /** How many of the rare settings differ from kubeadm's defaults. */
  int differing() {
    var usual = NetworkSpec.DEFAULT;
    int own =
        (chosen().dnsDomain().equals(usual.dnsDomain()) ? 0 : 1)
            + (chosen().kubeProxy() == usual.kubeProxy() ? 0 : 1);
    return own + api.differing();
  }

  private void takeEndpoint(String text) {
    Optional<String> said = Optional.of(text).filter(any -> !any.isEmpty());
    change(was -> NetworkParts.with(was, said, was.highAvailability()));
  }

  private void change(java.util.function.UnaryOperator<NetworkSpec> change) {
    basis.draft().change((ClusterSpec spec) -> spec.with(change.apply(spec.network())));
  }
}
