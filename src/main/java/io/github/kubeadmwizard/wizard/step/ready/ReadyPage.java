package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.ClusterStatus;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** At the left what one does now, at the right the proof. */
public final class ReadyPage implements Page {
  private static final double USE = 380;

  private static final double MOST_NAME = 170;
  private static final double MOST_ADDRESS = 130;

  private final Parts parts;
  private final ReadyModel model;
  private final ClusterDialogs dialogs;
  private final ZoneId zone;
  private final VBox root = new VBox();
  private final VBox proof = new VBox(12);
  private final Label said = Parts.label("", "hint");
  private final Button merge;

  /** Over this model. */
  public ReadyPage(Parts parts, ReadyModels models, ClusterDialogs dialogs, ZoneId zone) {
    this.parts = parts;
    this.model = models.ready();
    this.dialogs = dialogs;
    this.zone = zone;
    merge =
        parts.button(Message.of("wizard.ready.merge"), Feather.PLUS, () -> model.merge(this::tell));
    merge.getStyleClass().add("accent");
    merge.setId("merge");
    root.getStyleClass().add("page");
    var title = parts.title(Message.of("wizard.ready.title", model.context()));
    var head =
        new VBox(title, Parts.label(parts.say(Message.of("wizard.ready.sentence")), "subtitle"));
    head.getStyleClass().add("page-head");
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    HBox.setHgrow(proof, Priority.ALWAYS);
    proof.setMinWidth(0);
    var all = new VBox(16);
    var scroll = Parts.scrolling(all);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var pieces = parts.pieces();
    pieces.fill(root, head, scroll);
    var use = new Late<>(this::use);
    pieces.fillLate(all, () -> new HBox(24, use.get(), proof), use);
    pieces.fillLate(all, () -> new SmokeCard(parts, models.smoke()).node());
    pieces.fillLate(all, () -> new PodsCard(parts, models.pods()).node());
    pieces.fillLate(all, () -> new PeopleCard(parts, models.people(), dialogs).node());
    pieces.fillLate(all, () -> new JoinCard(parts, models.join()).node());
    model.status().when(parts.inUse()).subscribe(this::show);
    model.asking().when(parts.inUse()).subscribe(_ -> show(model.status().get()));
  }

  private VBox use() {
    var save =
        parts.button(
            Message.of("wizard.ready.save"),
            Feather.DOWNLOAD,
            () ->
                dialogs
                    .fileToSave(model.context() + ".kubeconfig.yaml")
                    .ifPresent(file -> model.save(file, this::tell)));
    save.setId("save-kubeconfig");
    var use =
        new VBox(
            16,
            Parts.card(
                parts.section(Message.of("wizard.ready.kubeconfig")),
                parts.body(Message.of("wizard.ready.kubeconfig.why", model.usualConfigShortly())),
                Parts.row(merge, save),
                said),
            Parts.card(
                parts.section(Message.of("wizard.ready.use")),
                command("kubectl --context " + model.context() + " get nodes"),
                command("kubectl --context " + model.context() + " get pods -A"),
                skew()));
    use.setMinWidth(USE);
    use.setPrefWidth(USE);
    return use;
  }

  /** Whether this computer's kubectl fits. */
  private Node skew() {
    var line = Parts.label("", "body");
    line.setId("kubectl-skew");
    line.managedProperty().bind(line.visibleProperty());
    model
        .skew()
        .when(parts.inUse())
        .subscribe(known -> {
          line.setVisible(known.isPresent());
          known.ifPresent(its -> {
            line.setText(parts.say(its.words()));
            line.setGraphic(
                its.fits()
                    ? Parts.icon(Feather.CHECK_CIRCLE, "good")
                    : Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
          });
        });
    return line;
  }

  private Node command(String text) {
    var line = Parts.row(Parts.mono(text), Parts.grow(), new CopyButton(parts.words(), () -> text));
    line.getStyleClass().add("code-box");
    return line;
  }

  private void tell(Message message) {
    said.setText(parts.say(message));
  }

  private void show(Optional<ClusterStatus> status) {
    proof.getChildren().clear();
    var again = parts.button(Message.of("wizard.ready.again"), Feather.REFRESH_CW, model::look);
    again.setDisable(model.asking().get());
    proof
        .getChildren()
        .add(Parts.row(parts.section(Message.of("wizard.ready.proof")), Parts.grow(), again));
    if (status.isEmpty()) {
      proof.getChildren().add(parts.hint(Message.of("wizard.ready.asking")));
      return;
    }
    ClusterStatus now = status.get();
    proof.getChildren().add(nodes(now.nodes()));
    proof.getChildren().add(pods(now.pods()));
    certificates(now.certificates()).ifPresent(proof.getChildren()::add);
  }

  private Node nodes(List<ClusterStatus.Node> nodes) {
    var grid = new GridPane(16, 8);
    grid.getColumnConstraints()
        .addAll(whole(MOST_NAME), whole(MOST_ADDRESS), new ColumnConstraints());
    for (ClusterStatus.Node node : nodes) {
      var name = Parts.label(node.name(), "strong");
      name.setGraphic(
          node.ready()
              ? Parts.icon(Feather.CHECK_CIRCLE, "good")
              : Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
      var words =
          Parts.label(
              node.ready()
                  ? parts.say(Message.of("wizard.ready.node", node.version(), runtime(node)))
                  : parts.say(Message.of("wizard.ready.notReady", node.reason())),
              "hint");
      GridPane.setHgrow(words, Priority.ALWAYS);
      grid.addRow(grid.getRowCount(), name, Parts.mono(node.address()), words);
    }
    return Parts.card(grid);
  }

  /** As people write it; the kubelet says {@code containerd://2.3.7}, which breaks anywhere. */
  private static String runtime(ClusterStatus.Node node) {
    return node.runtime().replace("://", " ");
  }

  /** A column that keeps what it shows on one line, up to this width. */
  private static ColumnConstraints whole(double most) {
    return new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, most);
  }

  private Node pods(List<ClusterStatus.Pod> pods) {
    var ill = pods.stream().filter(pod -> !pod.isWell()).toList();
    var line =
        parts.body(
            ill.isEmpty()
                ? Message.of("wizard.ready.podsWell", pods.size())
                : Message.of("wizard.ready.podsIll", ill.size(), pods.size()));
    line.setGraphic(
        ill.isEmpty()
            ? Parts.icon(Feather.CHECK_CIRCLE, "good")
            : Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
    var box = Parts.card(line);
    ill.forEach(pod ->
        box.getChildren().add(Parts.mono(pod.namespace() + "/" + pod.name() + "  " + pod.state())));
    return box;
  }

  private Optional<Node> certificates(List<ClusterStatus.Certificate> all) {
    return all.stream()
        .filter(certificate -> !certificate.authority() && certificate.expires().isPresent())
        .min(Comparator.comparing(certificate -> certificate.expires().orElseThrow()))
        .map(first -> {
          var until =
              Message.of(
                  "wizard.ready.certificates",
                  LocalDate.ofInstant(first.expires().orElseThrow(), zone).toString(),
                  first.daysLeft(model.now()).orElse(0L));
          return Parts.card(parts.body(until, Feather.CLOCK, "quiet"));
        });
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.look();
    Platform.runLater(() -> Pieces.focus(merge));
  }

  @Override
  public boolean leave() {
    return false;
  }
}
