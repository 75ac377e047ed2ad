package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the list says of a machine, in columns. Its nodes are kept and filled for another one; what
 * can be chosen in it comes in pieces after what it says, in its place.
 */
final class HostLine {
  private static final double HEIGHT = HostCell.HEIGHT - 1; // the cell has a border

  private final Parts parts;
  private final Consumer<HostRow> edit;
  private final HostsModel model;
  private final GridPane grid;
  private final Label address = Parts.mono("");
  private final Label user;
  private final Label name;
  private final Label signIn = Parts.label("", "small");
  private final Label state = Parts.label("", "body");
  private final Label detail = Parts.label("", "hint");
  private final HBox standing = Parts.row(new HBox(), new VBox(state, detail));
  private final Map<Class<?>, FontIcon> icons = new HashMap<>();
  private Optional<MenuButton> menu = Optional.empty();
  private Optional<RoleChoice> role = Optional.empty();
  private HostRow row;

  HostLine(
      Parts parts, HostsModel model, HostColumns columns, Consumer<HostRow> edit, HostRow first) {
    this.parts = parts;
    this.model = model;
    this.edit = edit;
    row = first;
    grid = columns.grid();
    grid.getStyleClass().add("host-line");
    grid.setMinHeight(HEIGHT);
    signIn.setGraphic(Parts.icon(Feather.KEY, "quiet"));
    if (columns.narrow().get()) {
      user = Parts.label("", "hint");
      name = Parts.label("", "hint");
      grid.add(new VBox(address, new HBox(8, user, name)), 0, 0);
      late(1, this::role);
      grid.add(standing, 2, 0);
      late(3, this::menu);
    } else {
      user = Parts.label("", "body");
      name = Parts.mono("");
      grid.addRow(0, address, user);
      late(2, this::role);
      grid.add(name, 3, 0);
      grid.add(signIn, 4, 0);
      grid.add(standing, 5, 0);
      late(6, this::menu);
    }
    show(first);
  }

  private void late(int column, Supplier<Node> node) {
    parts
        .pieces()
        .fillLate(
            grid,
            () -> {
              Node made = node.get();
              GridPane.setConstraints(made, column, 0);
              return made;
            });
  }

  GridPane node() {
    return grid;
  }

  /** Says this machine's from now on. */
  void show(HostRow other) {
    row = other;
    var host = row.spec();
    address.setText(host.address() + (host.port() == 22 ? "" : ":" + host.port()));
    user.setText(host.user());
    name.setText(host.name().orElse("–"));
    signIn.setText(parts.say(HostWords.signIn(host)));
    role.ifPresent(choice -> choice.show(row));
    state.setText(parts.say(HostWords.state(row.standing())));
    List<String> styles = List.of("label", row.needsUser() ? "strong" : "body");
    if (!styles.equals(state.getStyleClass())) { // or its styles are worked out anew
      state.getStyleClass().setAll(styles);
    }
    detail.setText(parts.say(HostWords.detail(row.standing())));
    Node icon = icons.computeIfAbsent(row.standing().getClass(), _ -> icon(row.standing()));
    if (!icon.equals(standing.getChildren().getFirst())) {
      standing.getChildren().set(0, icon);
    }
    menu.ifPresent(this::nameIt);
  }

  private void nameIt(MenuButton button) {
    button.setAccessibleText(parts.say(Message.of("wizard.hosts.menu", row.spec().address())));
  }

  private Node role() {
    var made = new RoleChoice(parts, model, row);
    role = Optional.of(made);
    return made.node();
  }

  static FontIcon icon(Standing standing) {
    return switch (standing) {
      case Standing.Trying _ -> Parts.icon(Feather.LOADER, "running");
      case Standing.Reached _ -> Parts.icon(Feather.CHECK_CIRCLE, "good");
      case Standing.NewKey _ -> Parts.icon(Feather.ALERT_TRIANGLE, "attention");
      case Standing.NeedsSecret _ -> Parts.icon(Feather.LOCK, "attention");
      case Standing.Refused _ -> Parts.icon(Feather.X_OCTAGON, "bad");
    };
  }

  private Node menu() {
    var made = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
    made.getStyleClass().addAll("flat", "no-arrow", "button-icon");
    made.getItems()
        .addAll(
            item(Message.of("wizard.hosts.edit"), Feather.EDIT_2, () -> edit.accept(row)),
            item(
                Message.of("wizard.hosts.tryAgain"), Feather.REFRESH_CW, () -> model.tryAgain(row)),
            item(Message.of("wizard.hosts.remove"), Feather.X, () -> model.remove(row)));
    nameIt(made);
    menu = Optional.of(made);
    return made;
  }

  private MenuItem item(Message text, Feather icon, Runnable work) {
    var item = new MenuItem(parts.say(text), new FontIcon(icon));
    item.setOnAction(_ -> work.run());
    return item;
  }
}
