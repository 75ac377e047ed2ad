package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability.Mode;
import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Gives pods and services addresses that nobody else uses, and draws why. */
public final class NetworkPage implements Page {
  private final Parts parts;
  private final NetworkModel model;
  private final Frame frame;
  private final Late<EntryField> pods = new Late<>(this::pods);
  private final Late<EntryField> services = new Late<>(this::services);
  private final Late<EntryField> endpoint = new Late<>(this::endpoint);
  private final Late<AdvancedNetwork> advanced;

  /** Over this model. */
  public NetworkPage(Parts parts, NetworkModel model) {
    this.parts = parts;
    this.model = model;
    frame =
        new Frame(
            parts, Message.of("choices.network.title"), Message.of("choices.network.sentence"));
    advanced = new Late<>(() -> new AdvancedNetwork(parts, model));
    var plane = new Late<>(this::controlPlane);
    var addresses = new Late<>(() -> new HostAddresses(parts, model));
    frame.addLate(
        () -> Columns.of(pods.get().node(), services.get().node(), plane.get()),
        pods,
        services,
        endpoint,
        plane);
    frame.addLate(this::map);
    frame.addLate(
        () -> new VBox(8, addresses.get().node(), advanced.get().node()), addresses, advanced);
  }

  private EntryField pods() {
    return new EntryField(parts, Message.of("choices.network.pods"), model.pods(), "pods")
        .mono()
        .prompt("10.244.0.0/16")
        .beside(useFree(Use.PODS))
        .hint(capacity(Use.PODS));
  }

  private EntryField services() {
    return new EntryField(
            parts, Message.of("choices.network.services"), model.services(), "services")
        .mono()
        .prompt("10.96.0.0/12")
        .beside(useFree(Use.SERVICES))
        .hint(capacity(Use.SERVICES));
  }

  private EntryField endpoint() {
    return new EntryField(
            parts, Message.of("choices.network.endpoint"), model.endpoint(), "endpoint")
        .mono();
  }

  private Button useFree(Use use) {
    var button = parts.button(Message.of("choices.network.use", ""), () -> model.useFree(use));
    button.setId("use-free-" + use.name().toLowerCase(java.util.Locale.ROOT));
    button.managedProperty().bind(button.visibleProperty());
    button.setMinWidth(Region.USE_PREF_SIZE);
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          var free = model.proposed(use);
          button.setVisible(free.isPresent());
          button.setText(
              parts.say(Message.of("choices.network.use", free.map(Object::toString).orElse(""))));
        });
    return button;
  }

  private Node controlPlane() {
    Label hint = parts.hint(Message.of("choices.network.endpoint.own", ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          endpoint
              .get()
              .prompt(
                  model.chosen().highAvailability().mode() == Mode.EXTERNAL
                      ? "k8s.example.org:6443"
                      : parts.say(Message.of("choices.network.endpoint.prompt")));
          hint.setText(parts.say(endpointHint()));
        });
    var possible = Arrays.stream(Mode.values()).filter(model::isInstallable).toList();
    var pick =
        new Pick<>(
                parts,
                Message.of("choices.network.controlPlane"),
                withChosen(possible),
                NetworkPage::title,
                model::reach,
                "control-plane")
            .following(model.changes(), () -> model.chosen().highAvailability().mode());
    var box = new VBox(8, pick.node(), endpoint.get().node(), hint);
    if (!possible.contains(Mode.KUBE_VIP)) {
      var later = parts.hint(Message.of("choices.network.virtualIp.later"));
      later.setGraphic(Parts.icon(Feather.LOCK, "quiet"));
      box.getChildren().add(later);
    }
    return box;
  }

  /** A file may ask for a way that this version lacks; it is shown, and blocks. */
  private List<Mode> withChosen(List<Mode> possible) {
    Mode chosen = model.chosen().highAvailability().mode();
    return possible.contains(chosen)
        ? possible
        : Stream.concat(possible.stream(), Stream.of(chosen)).toList();
  }

  private Message endpointHint() {
    return switch (model.chosen().highAvailability().mode()) {
      case EXTERNAL -> Message.of("choices.network.endpoint.external");
      case NONE, KUBE_VIP, KEEPALIVED ->
          model.chosen().endpoint().isPresent()
              ? Message.of("choices.network.endpoint.named")
              : Message.of("choices.network.endpoint.own", model.ownEndpoint());
    };
  }

  private static Message title(Mode mode) {
    return switch (mode) {
      case NONE -> Message.of("choices.network.mode.none");
      case EXTERNAL -> Message.of("choices.network.mode.external");
      case KUBE_VIP -> Message.of("choices.network.mode.kubeVip");
      case KEEPALIVED -> Message.of("choices.network.mode.keepalived");
    };
  }

  private Node map() {
    var map = new AddressMap(parts);
    var read = parts.hint(Message.of("choices.network.map.read", 0, 0, 0));
    var elsewhere = parts.hint(Message.of("choices.network.map.elsewhere", ""));
    elsewhere.setId("elsewhere");
    elsewhere.managedProperty().bind(elsewhere.visibleProperty());
    var collisions = new VBox(4);
    collisions.managedProperty().bind(collisions.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          map.show(model.space(), model.proposed(Use.PODS));
          int[] hosts = model.read();
          read.setText(
              parts.say(
                  Message.of(
                      "choices.network.map.read", hosts[1], hosts[0], model.readsOwn() ? 1 : 0)));
          elsewhere.setText(parts.say(Message.of("choices.network.map.elsewhere", offScale())));
          elsewhere.setVisible(!offScale().isEmpty());
          collisions
              .getChildren()
              .setAll(model.space().collisions().stream().map(this::named).toList());
          collisions.setVisible(!collisions.getChildren().isEmpty());
        });
    var head = new HBox(8, parts.section(Message.of("choices.network.map")), read);
    head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    return Parts.card(head, map, elsewhere, collisions);
  }

  /** IPv6, and what is no private address. */
  private String offScale() {
    return model.space().all().stream()
        .filter(one -> !AddressScale.holds(one.range()))
        .map(one ->
            parts.say(
                Message.of(
                    "choices.network.map.whose",
                    parts.say(AddressMap.name(one.use())),
                    parts.say(AddressMap.said(one)))))
        .collect(Collectors.joining(" · "));
  }

  private Label named(AddressSpace.Collision one) {
    var said =
        Parts.label(
            parts.say(
                Message.of(
                    "choices.network.map.collision",
                    one.ours().range().toString(),
                    NetworkModel.collides(one))),
            one.blocks() ? "bad-text" : "attention-text");
    said.getStyleClass().add("small");
    said.setGraphic(
        one.blocks()
            ? Parts.icon(Feather.X_OCTAGON, "bad")
            : Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
    return said;
  }

  private Label capacity(Use use) {
    var hint = parts.hint(Message.of("choices.network.fits.none"));
    hint.setId("capacity-" + use.name().toLowerCase(java.util.Locale.ROOT));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            hint.setText(
                parts.say(
                    model
                        .capacity()
                        .map(fits -> fits(use, fits))
                        .orElseGet(() -> Message.of("choices.network.fits.none")))));
    return hint;
  }

  private Message fits(Use use, Capacity fits) {
    return use == Use.SERVICES
        ? Message.of("choices.network.fits.services", fits.services())
        : Message.of(
            "choices.network.fits.pods",
            fits.nodes(),
            model.read()[0],
            String.valueOf(fits.share()),
            fits.pods(),
            fits.podsEach());
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return frame.node();
  }

  @Override
  public void shown() {
    model.look();
    frame.whenWhole(this::lead);
  }

  private void lead() {
    if (!leadToWrong()) {
      Frame.lead(pods.get().input());
    }
  }

  @Override
  public boolean leave() {
    return !leadToWrong() && model.isInstallable(model.chosen().highAvailability().mode());
  }

  private boolean leadToWrong() {
    var wrong =
        Stream.of(pods, services, endpoint).map(Late::get).filter(EntryField::isWrong).findFirst();
    wrong.ifPresent(EntryField::lead);
    return wrong.isPresent() || advanced.get().leadToWrong();
  }
}
