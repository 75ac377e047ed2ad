package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Unrolled;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What each host has, and what becomes of it; drawn for those in sight only. */
final class FateTable {
  private static final double ROW = 40;
  private static final int MOST_IN_SIGHT = 8;
  private static final double[] WIDTHS = {10, 26, 21, 43};

  private final Parts parts;
  private final ListView<Map.Entry<String, HostFate>> list = new ListView<>();
  private final VBox box;

  FateTable(Parts parts, RuntimeModel model) {
    this.parts = parts;
    list.setId("fates");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Row());
    list.getStyleClass().add("host-list");
    list.setFocusTraversable(false);
    list.setAccessibleText(parts.say(Message.of("choices.runtime.hosts")));
    list.setPlaceholder(parts.hint(Message.of("choices.noHosts")));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          List<Map.Entry<String, HostFate>> fates = model.fates();
          if (!fates.equals(list.getItems())) {
            list.getItems().setAll(fates);
          }
          int rows = Math.clamp(fates.size(), 1, MOST_IN_SIGHT);
          list.setMinHeight(rows * ROW + 1);
          list.setPrefHeight(rows * ROW + 1);
          list.setMaxHeight(rows * ROW + 1);
        });
    box = new VBox(head(), new Unrolled(parts.pieces(), list, ROW));
  }

  private Node head() {
    var head =
        grid(
            new Label(parts.say(Message.of("choices.runtime.column.host"))),
            new Label(parts.say(Message.of("choices.runtime.column.found"))),
            new Label(parts.say(Message.of("choices.runtime.column.cgroups"))),
            new Label(parts.say(Message.of("choices.runtime.column.becomes"))));
    head.getStyleClass().add("table-head");
    return head;
  }

  private static GridPane grid(Label... cells) {
    var grid = new GridPane();
    grid.setHgap(8);
    for (int i = 0; i < cells.length; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(WIDTHS[i]);
      grid.getColumnConstraints().add(column);
      grid.add(cells[i], i, 0);
    }
    return grid;
  }

  private Label small(Message text) {
    var label = new Label(parts.say(text));
    label.getStyleClass().add("small");
    return label;
  }

  Node node() {
    return box;
  }

  private final class Row extends ListCell<Map.Entry<String, HostFate>> {
    Row() {
      setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(Map.@Nullable Entry<String, HostFate> item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      HostFate fate = item.getValue();
      var host = new Label(item.getKey());
      host.getStyleClass().add("strong");
      var becomes =
          new Label(
              parts.say(fate.becomes()),
              fate.replaced()
                  ? Parts.icon(Feather.TOOL, "install")
                  : Parts.icon(Feather.CHECK_CIRCLE, "good"));
      var grid = grid(host, small(fate.found()), small(fate.cgroups()), becomes);
      grid.getStyleClass().add("host-line");
      grid.setMaxWidth(Double.MAX_VALUE);
      grid.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      grid.setMinHeight(ROW - 2);
      setGraphic(grid);
      setAccessibleText(
          item.getKey() + ": " + parts.say(fate.found()) + ". " + parts.say(fate.becomes()));
    }
  }
}
