package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.ChoiceCard;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses what connects the pods. */
public final class CniPage implements Page {
  private static final int CARDS_IN_A_ROW = 3;
  private static final double NARROW = 760;

  private final Parts parts;
  private final CniModel model;
  private final Frame frame;
  private final ToggleGroup group = new ToggleGroup();
  private final List<RadioButton> radios = new ArrayList<>();
  private final Late<FlannelOptions> options;
  private final Late<OtherOptions> others;
  private final Optional<Late<SwitchCard>> card;

  /**
   * Over this model.
   *
   * @param switching where a cluster may stand that can be switched
   * @param file asks for a file of the user's own
   */
  public CniPage(
      Parts parts, CniModel model, Optional<SwitchModel> switching, Supplier<Optional<Path>> file) {
    this.parts = parts;
    this.model = model;
    frame = new Frame(parts, Message.of("choices.cni.title"), Message.of("choices.cni.sentence"));
    options = new Late<>(() -> new FlannelOptions(parts, model));
    others = new Late<>(() -> new OtherOptions(parts, model, file));
    card = switching.map(its -> new Late<>(() -> new SwitchCard(parts, its)));
    cards();
    frame.addLate(this::withoutCard);
    frame.addLate(() -> options.get().node(), options);
    frame.addLate(() -> others.get().node(), others);
    frame.addLate(this::remarks);
    card.ifPresent(its -> frame.addLate(() -> its.get().node(), its));
    frame.addLate(this::manifest);
  }

  private void cards() {
    var cards =
        Arrays.stream(Plugin.values())
            .map(plugin -> new Late<>(() -> card(plugin).node()))
            .toList();
    frame.addLate(
        () ->
            Columns.folding(
                CARDS_IN_A_ROW, NARROW, cards.stream().map(Late::get).toArray(Node[]::new)),
        cards.toArray(Late<?>[]::new));
  }

  private ChoiceCard card(Plugin plugin) {
    var name = plugin.choice().filter(model::isInstallable);
    if (name.isEmpty()) {
      var locked =
          new ChoiceCard(parts, Message.of("choices.plain", plugin.title()), plugin.locked());
      plugin.tag().ifPresent(tag -> locked.tag(parts.say(tag), "quiet-text"));
      return plugin.choice().isEmpty() ? locked : locked.add(about(plugin));
    }
    var card =
        new ChoiceCard(
                parts,
                Message.of("choices.plain", plugin.title()),
                group,
                () -> model.choose(name.get()),
                "cni-" + name.get().name())
            .add(about(plugin));
    String version = model.version(name.get()).orElse("");
    card.tag(
        plugin.tag().map(word -> version + ", " + parts.say(word)).orElse(version), "quiet-text");
    follow(card, name.get());
    return card;
  }

  private void follow(ChoiceCard card, CniSpec.Name name) {
    card.radio().ifPresent(radios::add);
    model.changes().when(parts.inUse()).subscribe(_ -> card.chosen(model.chosen().name() == name));
  }

  private Node about(Plugin plugin) {
    var grid = new GridPane(8, 4);
    line(grid, 0, Message.of("choices.cni.gives"), plugin.gives());
    line(grid, 1, Message.of("choices.cni.needs"), plugin.needs());
    return grid;
  }

  private void line(GridPane grid, int row, Message name, Message text) {
    var head = parts.hint(name);
    head.setWrapText(false);
    head.setMinWidth(40);
    javafx.scene.layout.GridPane.setValignment(head, javafx.geometry.VPos.TOP);
    var body = Parts.label(parts.say(text), "small");
    GridPane.setHgrow(body, Priority.ALWAYS);
    grid.addRow(row, head, body);
  }

  private Node withoutCard() {
    var row = new FlowPane(16, 8);
    row.getChildren().addAll(radio(CniSpec.Name.MANIFEST, Message.of("choices.cni.manifest")));
    row.getChildren().addAll(radio(CniSpec.Name.NONE, Message.of("choices.cni.none")));
    row.getChildren().add(parts.hint(Message.of("choices.cni.none.hint")));
    return row;
  }

  private List<Node> radio(CniSpec.Name name, Message title) {
    if (!model.isInstallable(name)) {
      return List.of();
    }
    var radio = new RadioButton(parts.say(title));
    radio.setToggleGroup(group);
    radio.setId("cni-" + name.name());
    radio.setOnAction(_ -> model.choose(name));
    radios.add(radio);
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> radio.setSelected(model.chosen().name() == name));
    return List.of(radio);
  }

  private Node manifest() {
    var manifest = new ManifestView(parts, model.preview(), model.changes()).node();
    manifest.managedProperty().bind(manifest.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> manifest.setVisible(model.chosen().name() != CniSpec.Name.NONE));
    return manifest;
  }

  private Node remarks() {
    var lines = new VBox(6);
    lines.setId("cni-remarks");
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            lines
                .getChildren()
                .setAll(model.ground().remarks().stream().map(this::remark).toList()));
    return lines;
  }

  private Label remark(CniGround.Remark remark) {
    var said = Parts.label(parts.say(remark.said()), "small");
    said.setGraphic(
        remark.well()
            ? Parts.icon(Feather.CHECK_CIRCLE, "good")
            : Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
    return said;
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
    parts.pieces().then(() -> card.ifPresent(its -> its.get().see()));
    frame.whenWhole(this::lead);
  }

  private void lead() {
    if (!leadToWrong()) {
      radios.stream()
          .filter(RadioButton::isSelected)
          .findFirst()
          .or(() -> radios.stream().findFirst())
          .ifPresent(Frame::lead);
    }
  }

  @Override
  public boolean leave() {
    if (!model.isInstallable(model.chosen().name())) {
      radios.stream().findFirst().ifPresent(Frame::lead);
      return false;
    }
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    var fields =
        switch (model.chosen().name()) {
          case FLANNEL -> Stream.of(options.get().card(), options.get().mtu());
          case NONE -> Stream.<EntryField>empty();
          default -> others.get().fields();
        };
    var wrong = fields.filter(EntryField::isWrong).findFirst();
    wrong.ifPresent(EntryField::lead);
    return wrong.isPresent();
  }
}
