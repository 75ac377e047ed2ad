package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.install.NodeCondition;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A machine's lane: what it does now, what it is to the cluster, and for how long. */
final class LaneCell extends ListCell<LaneRow> {
  private static final double HOST = 150;
  private static final double DOING = 230;
  private static final double NODE = 240;
  private static final double LEAST_NODE = 170;
  private static final double BAR = 72;
  private static final double WIDEST_TOOLTIP = 480;
  private static final double TIME = 56;

  private final Parts parts;
  private final Supplier<Instant> now;
  private final Label name = Parts.label("", "strong");
  private final Label role = Parts.label("", "hint");
  private final Label doing = Parts.label("", "body");
  private final Label detail = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label node = Parts.label("", "small");
  private final Label says = new Label();
  private final Label time = Parts.label("", "mono");
  private final Tooltip whole = new Tooltip();
  private final GridPane grid;

  LaneCell(Parts parts, Supplier<Instant> now) {
    this.parts = parts;
    this.now = now;
    detail.getStyleClass().add("hint");
    doing.setWrapText(false);
    bar.setPrefWidth(BAR);
    bar.setMinWidth(BAR); // a long name of an image is cut, not the bar
    detail.setMinWidth(0);
    says.getStyleClass().add("hint");
    says.managedProperty().bind(says.visibleProperty());
    bar.getStyleClass().add("small-bar");
    whole.setWrapText(true);
    whole.setMaxWidth(WIDEST_TOOLTIP);
    grid = grid();
    grid.getStyleClass().add("host-line");
    var line = Parts.row(bar, detail);
    var beside = new VBox(2, node, says);
    beside.setAlignment(Pos.CENTER_LEFT);
    grid.addRow(0, new VBox(name, role), new VBox(2, doing, line), beside, time);
    setPrefWidth(0);
  }

  static GridPane grid() {
    var grid = new GridPane(12, 0);
    var middle = new ColumnConstraints();
    middle.setHgrow(Priority.ALWAYS);
    middle.setMinWidth(DOING);
    middle.setPrefWidth(DOING); // not its content's, so that all rows and the head are alike
    grid.getColumnConstraints()
        .addAll(
            new ColumnConstraints(HOST, HOST, HOST),
            middle,
            new ColumnConstraints(LEAST_NODE, NODE, NODE),
            new ColumnConstraints(TIME, TIME, TIME));
    return grid;
  }

  static Node head(Parts parts) {
    GridPane head = grid();
    head.getStyleClass().add("table-head");
    head.addRow(
        0,
        new Label(parts.say(Message.of("wizard.install.host"))),
        new Label(parts.say(Message.of("wizard.install.doing"))),
        new Label(parts.say(Message.of("wizard.install.node"))),
        new Label(parts.say(Message.of("wizard.install.time"))));
    return head;
  }

  @Override
  protected void updateItem(@Nullable LaneRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    name.setText(row.host().value());
    role.setText(
        parts.say(
            row.controlPlane()
                ? Message.of("wizard.hosts.role.controlPlane")
                : Message.of("wizard.hosts.role.worker")));
    doing.setText(parts.say(row.doing()));
    doing.setGraphic(icon(row.state()));
    detail.setText(parts.say(row.detail()));
    bar.setProgress(row.all() == 0 ? 0 : (double) row.done() / row.all());
    node.setText(parts.say(node(row.node())));
    node.setGraphic(icon(row.node()));
    showCondition(row);
    time.setText(time(row));
    setGraphic(grid);
    setAccessibleText(
        parts.say(
            Message.of(
                "wizard.install.spoken",
                row.host().value(),
                row.doing(),
                row.detail(),
                row.condition().map(LaneCell::because).orElse(node(row.node())))));
  }

  /** Why a node is not Ready, in the cluster's words; whole where the pointer rests on it. */
  private void showCondition(LaneRow row) {
    says.setVisible(row.condition().isPresent());
    String text = row.condition().map(LaneCell::because).map(parts::say).orElse("");
    says.setText(text);
    says.setTooltip(text.isEmpty() ? null : whole);
    whole.setText(text);
  }

  private static Message because(NodeCondition says) {
    return Message.of("wizard.install.notReadyBecause", says.reason(), says.message());
  }

  private static FontIcon icon(LaneRow.State state) {
    return switch (state) {
      case WAITING -> Parts.icon(Feather.CLOCK, "quiet");
      case WORKING -> Parts.icon(Feather.LOADER, "running");
      case DONE -> Parts.icon(Feather.CHECK_CIRCLE, "good");
      case FAILED -> Parts.icon(Feather.X_OCTAGON, "bad");
      case STOPPED -> Parts.icon(Feather.SQUARE, "attention");
    };
  }

  private static Message node(LaneRow.Node node) {
    return switch (node) {
      case NONE -> Message.of("wizard.install.noNode");
      case JOINED -> Message.of("wizard.install.joined");
      case NOT_READY -> Message.of("wizard.install.notReady");
      case READY -> Message.of("wizard.install.ready");
    };
  }

  private static FontIcon icon(LaneRow.Node node) {
    return switch (node) {
      case NONE -> Parts.icon(Feather.MINUS, "quiet");
      case JOINED, NOT_READY -> Parts.icon(Feather.CLOCK, "attention");
      case READY -> Parts.icon(Feather.CHECK_CIRCLE, "good");
    };
  }

  private String time(LaneRow row) {
    return row.since()
        .map(since -> text(Duration.between(since, row.ended().orElseGet(now))))
        .orElse("");
  }

  static String text(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
