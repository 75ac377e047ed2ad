package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the list says of a machine, in columns. Its nodes are kept and filled for another one. */
final class HostLine {
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
  private final MenuButton menu;
  private final RoleChoice role;
  private HostRow row;

  HostLine(
      Parts parts, HostsModel model, HostColumns columns, Consumer<HostRow> edit, HostRow first) {
    this.parts = parts;
    this.model = model;
    this.edit = edit;
    row = first;
    grid = columns.grid();
    grid.getStyleClass().add("host-line");
    role = new RoleChoice(parts, model, first);
    menu = menu();
    signIn.setGraphic(Parts.icon(Feather.KEY, "quiet"));
    if (columns.narrow().get()) {
      user = Parts.label("", "hint");
      name = Parts.label("", "hint");
      var under = new HBox(8, user, name);
      grid.addRow(0, new VBox(address, under), role.node(), standing, menu);
    } else {
      user = Parts.label("", "body");
      name = Parts.mono("");
      grid.addRow(0, address, user, role.node(), name, signIn, standing, menu);
    }
    show(first);
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
    role.show(row);
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
    menu.setAccessibleText(parts.say(Message.of("wizard.hosts.menu", host.address())));
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

  private MenuButton menu() {
    var made = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
    made.getStyleClass().addAll("flat", "no-arrow", "button-icon");
    made.getItems()
        .addAll(
            item(Message.of("wizard.hosts.edit"), Feather.EDIT_2, () -> edit.accept(row)),
            item(
                Message.of("wizard.hosts.tryAgain"), Feather.REFRESH_CW, () -> model.tryAgain(row)),
            item(Message.of("wizard.hosts.remove"), Feather.X, () -> model.remove(row)));
    return made;
  }

  private MenuItem item(Message text, Feather icon, Runnable work) {
    var item = new MenuItem(parts.say(text), new FontIcon(icon));
    item.setOnAction(_ -> work.run());
    return item;
  }
}
