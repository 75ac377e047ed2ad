package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * The columns that the head of the list and each of its lines share. In a narrow window user and
 * node name stand under the address.
 */
final class HostColumns {
  private static final List<Double> WIDE = List.of(118.0, 64.0, 148.0, 92.0, 112.0);
  private static final List<Double> NARROW = List.of(150.0, 148.0);
  private static final double NARROW_BELOW = 720;

  private final Parts parts;
  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();

  HostColumns(Parts parts, ObservableValue<Number> width) {
    this.parts = parts;
    narrow.bind(width.map(now -> now.doubleValue() > 0 && now.doubleValue() < NARROW_BELOW));
  }

  /** Whether there is little room. */
  ReadOnlyBooleanProperty narrow() {
    return narrow.getReadOnlyProperty();
  }

  /** The names of the columns. */
  Node head() {
    var head = new StackPane();
    head.setMinWidth(0); // the window decides, not the columns
    narrow.subscribe(_ -> head.getChildren().setAll(names()));
    return head;
  }

  private GridPane names() {
    GridPane names = grid();
    names.getStyleClass().add("table-head");
    var address = new Label(parts.say(Message.of("wizard.hosts.address")));
    var role = new Label(parts.say(Message.of("wizard.hosts.role")));
    var state = new Label(parts.say(Message.of("wizard.hosts.state")));
    if (narrow.get()) {
      names.addRow(0, address, role, state);
    } else {
      names.addRow(
          0,
          address,
          new Label(parts.say(Message.of("wizard.hosts.user"))),
          role,
          new Label(parts.say(Message.of("wizard.hosts.name"))),
          new Label(parts.say(Message.of("wizard.hosts.signIn"))),
          state);
    }
    return names;
  }

  /** A line to be filled: address, user, role, node name, sign-in, state, menu; fewer if narrow. */
  GridPane grid() {
    var grid = new GridPane(8, 0);
    grid.setMaxWidth(Double.MAX_VALUE);
    for (double width : narrow.get() ? NARROW : WIDE) {
      grid.getColumnConstraints().add(new ColumnConstraints(width, width, width));
    }
    var state = new ColumnConstraints();
    state.setHgrow(Priority.ALWAYS);
    state.setFillWidth(true);
    state.setMinWidth(120);
    var menu = new ColumnConstraints(36, 36, 36);
    grid.getColumnConstraints().addAll(state, menu);
    return grid;
  }
}
