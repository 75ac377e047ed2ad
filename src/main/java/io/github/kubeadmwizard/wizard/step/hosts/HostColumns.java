package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The columns that the head of the list and each of its lines share. */
final class HostColumns {
  private static final List<Double> WIDTHS = List.of(118.0, 64.0, 148.0, 92.0, 112.0);

  private final Parts parts;

  HostColumns(Parts parts) {
    this.parts = parts;
  }

  /** The names of the columns. */
  Node head() {
    GridPane head = grid();
    head.getStyleClass().add("table-head");
    head.addRow(
        0,
        new Label(parts.say(Message.of("wizard.hosts.address"))),
        new Label(parts.say(Message.of("wizard.hosts.user"))),
        new Label(parts.say(Message.of("wizard.hosts.role"))),
        new Label(parts.say(Message.of("wizard.hosts.name"))),
        new Label(parts.say(Message.of("wizard.hosts.signIn"))),
        new Label(parts.say(Message.of("wizard.hosts.state"))));
    return head;
  }

  /** A line to be filled: address, user, role, node name, sign-in, state, menu. */
  GridPane grid() {
    var grid = new GridPane(8, 0);
    grid.setMaxWidth(Double.MAX_VALUE);
    for (double width : WIDTHS) {
      var column = new ColumnConstraints(width, width, width);
      grid.getColumnConstraints().add(column);
    }
    var state = new ColumnConstraints();
    state.setHgrow(Priority.ALWAYS);
    state.setFillWidth(true);
    state.setMinWidth(160);
    var menu = new ColumnConstraints(36, 36, 36);
    grid.getColumnConstraints().addAll(state, menu);
    return grid;
  }
}
