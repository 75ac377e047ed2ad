package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.help.Help;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Shows what the checks found, what each means, and what mends it. */
public final class RequirementsPage implements Page {
  private static final double PANEL = 328;

  private final Parts parts;
  private final RequirementsModel model;
  private final Help help;
  private final VBox root = new VBox();
  private final FlowPane counts = new FlowPane(16, 4);
  private final Label sentence = Parts.label("", "subtitle");
  private final Label trouble = Parts.label("", "bad-text");
  private final BorderPane body = new BorderPane();
  private final MatrixTable table;
  private boolean tableIsDue;
  private Optional<Place> open = Optional.empty();
  private Optional<StackPane> side = Optional.empty();

  /** The cell whose panel is open; findings come and go, this stays. */
  private record Place(String key, Matrix.Column column) {}

  /** Over this model; a finding leads into this help. */
  public RequirementsPage(Parts parts, RequirementsModel model, Help help) {
    this.parts = parts;
    this.model = model;
    this.help = help;
    table = new MatrixTable(parts, this::open, this::list);
    root.getStyleClass().add("page");
    var head = new VBox(parts.title(Message.of("wizard.requirements.title")), sentence);
    head.getStyleClass().add("page-head");
    trouble.managedProperty().bind(trouble.visibleProperty());
    VBox.setVgrow(body, Priority.ALWAYS);
    parts.pieces().fill(root, head, tools(), trouble, body);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && body.getRight() != null) {
            close();
            event.consume();
          }
        });
    model.report().when(parts.inUse()).subscribe(this::show);
    model.busy().when(parts.inUse()).subscribe(_ -> show(model.report().get()));
    model
        .trouble()
        .when(parts.inUse())
        .subscribe(what -> {
          trouble.setVisible(what.isPresent());
          trouble.setText(what.map(parts::say).orElse(""));
        });
  }

  private HBox tools() {
    counts.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(counts, Priority.ALWAYS);
    Button again =
        parts.button(Message.of("wizard.requirements.again"), Feather.REFRESH_CW, model::readAgain);
    again.setId("read-again");
    again.disableProperty().bind(model.busy());
    Button all =
        parts.button(
            Message.of("wizard.requirements.mendAll", 0),
            Feather.TOOL,
            () -> model.mend(model.safelyMendable()));
    all.setId("mend-all");
    all.disableProperty().bind(model.busy());
    all.managedProperty().bind(all.visibleProperty());
    model
        .report()
        .when(parts.inUse())
        .subscribe(_ -> {
          int many = model.safelyMendable().size();
          all.setVisible(many > 0);
          all.setText(parts.say(Message.of("wizard.requirements.mendAll", many)));
        });
    again.setMinWidth(Button.USE_PREF_SIZE);
    all.setMinWidth(Button.USE_PREF_SIZE);
    return Parts.row(counts, again, all);
  }

  private void show(Optional<CheckReport> report) {
    if (report.isEmpty()) {
      sentence.setText(parts.say(Message.of("wizard.requirements.sentence.none")));
      counts.getChildren().clear();
      body.setCenter(waiting());
      side = Optional.empty();
      body.setRight(null);
      return;
    }
    CheckReport found = report.get();
    sentence.setText(
        parts.say(Message.of("wizard.requirements.sentence", found.findings().size())));
    counts.getChildren().clear();
    count(found, State.BLOCKS);
    count(found, State.WARNING);
    count(found, State.OVERRIDDEN);
    count(found, State.SET_BY_INSTALL);
    count(found, State.PASSED);
    if (!tableIsDue) {
      tableIsDue = true;
      parts.pieces().then(this::showTable);
    }
  }

  private void showTable() {
    tableIsDue = false;
    model
        .report()
        .get()
        .ifPresent(found -> {
          table.show(Matrix.of(found));
          body.setCenter(table.node());
          reopen();
        });
  }

  private Node waiting() {
    boolean busy = model.busy().get();
    var said =
        parts.body(
            busy
                ? Message.of("wizard.requirements.reading.remark")
                : Message.of("wizard.requirements.needHosts"));
    var box = new VBox(16, said);
    if (busy) {
      var turning = new ProgressIndicator();
      turning.setMaxSize(32, 32);
      box.getChildren().addFirst(turning);
    }
    box.setAlignment(javafx.geometry.Pos.CENTER);
    return new StackPane(box);
  }

  private void count(CheckReport report, State state) {
    int many = report.in(state).size();
    if (many > 0) {
      var label = new Label(parts.say(words(state, many)), MatrixCell.icon(state));
      label.getStyleClass().add("small");
      counts.getChildren().add(label);
    }
  }

  private static Message words(State state, int many) {
    return switch (state) {
      case PASSED -> Message.of("wizard.requirements.count.passed", many);
      case SET_BY_INSTALL -> Message.of("wizard.requirements.count.setByInstall", many);
      case WARNING -> Message.of("wizard.requirements.count.warning", many);
      case OVERRIDDEN -> Message.of("wizard.requirements.count.overridden", many);
      case BLOCKS -> Message.of("wizard.requirements.count.blocks", many);
    };
  }

  private void open(Matrix.Column column, Matrix.Line line) {
    List<Finding> findings = line.cells().get(column);
    if (findings == null) {
      return;
    }
    open = Optional.of(new Place(line.key(), column));
    beside(pieces ->
        new FindingPanel(parts, model, column, findings, help, pieces, this::close).node());
  }

  private void list(Matrix.Column column) {
    open = Optional.empty();
    beside(_ -> new ColumnPanel(parts, column, this::close).node());
  }

  /** One that opens comes in pieces, and the table makes room before; another takes its place. */
  private void beside(Function<Pieces, Node> panel) {
    if (side.isPresent()) {
      side.get().getChildren().setAll(panel.apply(Pieces.atOnce()));
      return;
    }
    var right = new StackPane();
    right.setPrefWidth(PANEL);
    right.setMinWidth(PANEL);
    right.setPadding(new javafx.geometry.Insets(0, 0, 0, 16));
    side = Optional.of(right);
    parts.pieces().thenAlone(() -> body.setRight(side.orElse(null)));
    right.getChildren().add(panel.apply(parts.pieces()));
  }

  /** After a mend the panel shows how the same cell stands now. */
  private void reopen() {
    open.ifPresent(place ->
        table
            .find(place.key(), place.column())
            .ifPresentOrElse(line -> open(place.column(), line), this::close));
  }

  private void close() {
    open = Optional.empty();
    side = Optional.empty();
    body.setRight(null);
    table.focus();
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
    javafx.application.Platform.runLater(table::focus);
  }

  @Override
  public boolean leave() {
    var blocking = model.firstBlocking();
    blocking.ifPresent(finding -> table.lead(finding));
    return blocking.isEmpty() && model.report().get().isPresent() && !model.busy().get();
  }
}
