package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.ApiServer;
import io.github.kubeadmwizard.addons.FlannelCatalogue;
import io.github.kubeadmwizard.addons.HelmTemplate;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Which plugin connects the pods, and how. */
public final class CniModel implements StepModel {
  /** Flannel's own default. */
  static final String VXLAN = "vxlan";

  static final String HOST_GW = "host-gw";
  static final String WIREGUARD = "wireguard";

  /** Calico's ways of carrying packets. */
  static final List<String> CALICOS = List.of(VXLAN, "ipip", "none");

  private static final String CROSS_SUBNET = "crossSubnet";
  static final String INSTALL = "install";
  static final String REPLACEMENT = "kubeProxyReplacement";
  private static final String DIRECT = "directRouting";
  private static final String AUTODETECTION = "autodetection";
  private static final String REGISTRY = "imageRegistry";

  private final Basis basis;
  private final Seen seen = new Seen();
  private final ManifestPreview preview;
  private final Entry card;
  private final Entry mtu;
  private final Entry manifest;
  private final Entry autodetection;
  private final Entry registry;

  /** Over these choices. */
  public CniModel(Basis basis, ManifestPreview preview) {
    this.basis = basis;
    this.preview = preview;
    card = entry("interface", text -> change(was -> was.withInterface(said(text))));
    mtu =
        new Entry(
            CniModel::wrongMtu,
            text -> change(was -> was.withMtu(said(text).map(Integer::parseInt))),
            () -> basis.broken("cni.mtu"::equals));
    manifest = entry("manifest", text -> change(was -> was.withManifest(said(text))));
    autodetection =
        entry(AUTODETECTION, text -> change(was -> was.with(AUTODETECTION, said(text))));
    registry = entry(REGISTRY, text -> change(was -> was.with(REGISTRY, said(text))));
    basis.follow(this::follow);
    entries().forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
  }

  private Entry entry(String key, Consumer<String> take) {
    String path = "cni." + key;
    return new Entry(Forms.optional(path), take, () -> basis.broken(path::equals));
  }

  private Stream<Entry> entries() {
    return Stream.of(card, mtu, manifest, autodetection, registry);
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(any -> !any.isEmpty());
  }

  private static Optional<Message> wrongMtu(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Forms.wrong("cni.mtu", text.matches("\\d{1,6}") ? (Object) Integer.valueOf(text) : text);
  }

  private void follow() {
    card.follow(chosen().networkInterface().orElse(""));
    mtu.follow(chosen().mtu().map(String::valueOf).orElse(""));
    manifest.follow(chosen().manifest().orElse(""));
    autodetection.follow(option(AUTODETECTION));
    registry.follow(option(REGISTRY));
    tell();
  }

  private void tell() {
    seen.tell(shortly(), wrong(), Optional.empty(), restsOn());
  }

  private Message shortly() {
    return switch (chosen().name()) {
      case FLANNEL -> Message.of("choices.cni.shortly.flannel", backend());
      case NONE -> Message.of("choices.cni.shortly.none");
      case MANIFEST -> Message.of("choices.cni.shortly.manifest");
      default ->
          Message.of(
              "choices.plain",
              Arrays.stream(Plugin.values())
                  .filter(one -> one.choice().filter(chosen().name()::equals).isPresent())
                  .map(Plugin::title)
                  .findFirst()
                  .orElse(""));
    };
  }

  private Object restsOn() {
    return List.of(
        basis.spec().network().podCIDR(),
        basis.spec().hosts().stream().map(HostSpec::label).toList());
  }

  private Optional<Message> wrong() {
    if (!isInstallable(chosen().name())) {
      return Optional.of(Message.of("choices.remark.refused"));
    }
    boolean field = entries().anyMatch(entry -> entry.wrong().get().isPresent());
    return field || basis.broken(path -> path.startsWith("cni.")).isPresent()
        ? Optional.of(Message.of("choices.remark.wrong"))
        : Optional.empty();
  }

  @Override
  public Step step() {
    return Step.CNI;
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

  /** The choices on the plugin. */
  public CniSpec chosen() {
    return basis.spec().cni();
  }

  /** The version of a plugin that this program installs; empty where the user brings it. */
  public Optional<String> version(CniSpec.Name name) {
    var catalogue = ManifestCatalogue.load();
    Optional<String> tag =
        switch (name) {
          case FLANNEL -> Optional.of(FlannelCatalogue.ofThisProgram().version());
          case CALICO -> Optional.of(catalogue.of("calico").version());
          case CANAL -> Optional.of(catalogue.of("canal").version());
          case WEAVE -> Optional.of(catalogue.of("weave-net").version());
          case CILIUM -> Optional.of(HelmTemplate.version());
          case NONE, MANIFEST -> Optional.empty();
        };
    return tag.map(version -> version.replaceFirst("^v", ""));
  }

  /** Whether this version installs such a plugin. */
  public boolean isInstallable(CniSpec.Name name) {
    return basis.installs(spec -> spec.with(plain(name, Optional.empty())));
  }

  /** Flannel's ways of carrying packets that this version sets up. */
  public List<String> backends() {
    return Stream.of(VXLAN, HOST_GW, WIREGUARD)
        .filter(
            one -> basis.installs(spec -> spec.with(plain(CniSpec.Name.FLANNEL, Optional.of(one)))))
        .toList();
  }

  private static CniSpec plain(CniSpec.Name name, Optional<String> backend) {
    return new CniSpec(
        name, backend, Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  /** Flannel's way of carrying packets. */
  public String backend() {
    return chosen().backend().orElse(VXLAN);
  }

  /** Whether packets between neighbours go without VXLAN. */
  public boolean isDirect() {
    return "true".equals(chosen().options().get(DIRECT));
  }

  /** The card that carries pod traffic, as it is typed. */
  public Entry card() {
    return card;
  }

  /** The packet size as it is typed. */
  public Entry mtu() {
    return mtu;
  }

  /** Takes another plugin; Flannel's options are kept for the way back where they still fit. */
  public void choose(CniSpec.Name name) {
    if (name != chosen().name()) {
      change(_ -> plain(name, Optional.empty()));
    }
  }

  /** Lets the plugin carry packets so; its first way is its usual one. */
  public void carry(String backend) {
    change(was -> {
      var now = was.withBackend(Optional.of(backend).filter(one -> !one.equals(VXLAN)));
      boolean wraps = chosen().name() != CniSpec.Name.CALICO || !backend.equals("none");
      var kept = wraps ? now : now.with(CROSS_SUBNET, Optional.empty());
      return backend.equals(VXLAN) ? kept : kept.with(DIRECT, Optional.empty());
    });
  }

  /** Whether packets between neighbours go without VXLAN. */
  public void direct(boolean wanted) {
    option(DIRECT, wanted ? "true" : "");
  }

  /** What an option says; empty where it is not among the choices. */
  public String option(String name) {
    return chosen().options().getOrDefault(name, "");
  }

  /** Gives an option this value; an empty one takes it away. */
  public void option(String name, String value) {
    change(was -> was.with(name, said(value)));
  }

  /** Whether Calico wraps only packets to other subnets. */
  public boolean crossesOnly() {
    return chosen().options().getOrDefault(CROSS_SUBNET, usuallyCrossesOnly()).equals("true");
  }

  /** Lets Calico wrap only packets to other subnets, or all. */
  public void crossOnly(boolean wanted) {
    String wish = String.valueOf(wanted);
    option(CROSS_SUBNET, wish.equals(usuallyCrossesOnly()) ? "" : wish);
  }

  private String usuallyCrossesOnly() {
    return String.valueOf(backend().equals(VXLAN));
  }

  /** The command that makes Cilium's manifest for this cluster. */
  public String helm() {
    var endpoint = ControlPlaneEndpoint.of(basis.spec());
    return HelmTemplate.cilium(basis.spec(), new ApiServer(endpoint.host(), endpoint.port()));
  }

  /** The objects, to be read before they are applied. */
  public ManifestPreview preview() {
    return preview;
  }

  /** The user's own file, as it is typed. */
  public Entry manifest() {
    return manifest;
  }

  /** How Calico finds a node's address, as it is typed. */
  public Entry autodetection() {
    return autodetection;
  }

  /** The registry that has the images, as it is typed. */
  public Entry registry() {
    return registry;
  }

  private void change(UnaryOperator<CniSpec> change) {
    basis.draft().change(spec -> spec.with(change.apply(spec.cni())));
  }

  /** The pods' ranges, from the page before. */
  public String pods() {
    return String.join(
        ", ", basis.spec().network().podCIDR().stream().map(Cidr::toString).toList());
  }

  /** What the hosts say on this choice. */
  CniGround ground() {
    return new CniGround(basis);
  }
}
