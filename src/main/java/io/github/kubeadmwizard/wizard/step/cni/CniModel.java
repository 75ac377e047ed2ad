package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.FlannelCatalogue;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
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
import java.util.SortedMap;
import java.util.TreeMap;
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
  private static final String DIRECT = "directRouting";

  private final Basis basis;
  private final Seen seen = new Seen();
  private final Entry card;
  private final Entry mtu;

  /** Over these choices. */
  public CniModel(Basis basis) {
    this.basis = basis;
    card =
        new Entry(
            Forms.optional("cni.interface"),
            text ->
                change(was ->
                    new CniSpec(
                        was.name(),
                        was.backend(),
                        said(text),
                        was.mtu(),
                        was.manifest(),
                        was.options())));
    mtu =
        new Entry(
            CniModel::wrongMtu,
            text ->
                change(was ->
                    new CniSpec(
                        was.name(),
                        was.backend(),
                        was.networkInterface(),
                        said(text).map(Integer::parseInt),
                        was.manifest(),
                        was.options())),
            () -> basis.broken("cni.mtu"::equals));
    basis.follow(this::follow);
    Stream.of(card, mtu).forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
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
    boolean field =
        chosen().name() == CniSpec.Name.FLANNEL
            && Stream.of(card, mtu).anyMatch(entry -> entry.wrong().get().isPresent());
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

  /** The version of Flannel that this program installs. */
  public String flannelVersion() {
    return FlannelCatalogue.ofThisProgram().version().replaceFirst("^v", "");
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

  /** Lets Flannel carry packets so. */
  public void carry(String backend) {
    change(was ->
        new CniSpec(
            was.name(),
            backend.equals(VXLAN) ? Optional.empty() : Optional.of(backend),
            was.networkInterface(),
            was.mtu(),
            was.manifest(),
            backend.equals(VXLAN) ? was.options() : without(was.options())));
  }

  private static SortedMap<String, String> without(SortedMap<String, String> options) {
    var rest = new TreeMap<>(options);
    rest.remove(DIRECT);
    return rest;
  }

  /** Whether packets between neighbours go without VXLAN. */
  public void direct(boolean wanted) {
    change(was -> {
      var options = without(was.options());
      if (wanted) {
        options.put(DIRECT, "true");
      }
      return new CniSpec(
          was.name(), was.backend(), was.networkInterface(), was.mtu(), was.manifest(), options);
    });
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
