package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Standing;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A machine's line in the list, with its question below where it has one. */
final class HostCell extends ListCell<HostRow> {
  private final Parts parts;
  private final HostsModel model;
  private final HostColumns columns;
  private final Consumer<HostRow> edit;
  private Subscription watched = Subscription.EMPTY;

  HostCell(Parts parts, HostsModel model, HostColumns columns, Consumer<HostRow> edit) {
    this.parts = parts;
    this.model = model;
    this.columns = columns;
    this.edit = edit;
    setPrefWidth(0); // the list's width, never the content's
  }

  @Override
  protected void updateItem(@Nullable HostRow row, boolean empty) {
    HostRow before = getItem();
    super.updateItem(row, empty);
    if (row != null && row == before && getGraphic() != null) {
      return; // what is being typed into its question stays
    }
    watched.unsubscribe();
    watched = Subscription.EMPTY;
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    watched =
        row.standingProperty()
            .subscribe(_ -> draw(row))
            .and(row.specProperty().subscribe((_, _) -> draw(row)))
            .and(columns.narrow().subscribe((_, _) -> draw(row)));
  }

  private void draw(HostRow row) {
    var box = new VBox(line(row));
    HostQuestion.of(parts, model, row).ifPresent(question -> box.getChildren().add(question));
    setGraphic(box);
    setAccessibleText(
        parts.say(
            Message.of(
                "wizard.hosts.spoken",
                row.spec().address(),
                HostWords.state(row.standing()),
                HostWords.detail(row.standing()))));
  }

  private GridPane line(HostRow row) {
    GridPane grid = columns.grid();
    grid.getStyleClass().add("host-line");
    var host = row.spec();
    String port = host.port() == 22 ? "" : ":" + host.port();
    var address = Parts.mono(host.address() + port);
    var role = new RoleChoice(parts, model, row).node();
    if (columns.narrow().get()) {
      var under = Parts.label(host.user() + "  " + host.name().orElse("–"), "hint");
      grid.addRow(0, new VBox(address, under), role, state(row), menu(row));
    } else {
      grid.addRow(
          0,
          address,
          Parts.label(host.user(), "body"),
          role,
          Parts.mono(host.name().orElse("–")),
          signIn(row),
          state(row),
          menu(row));
    }
    return grid;
  }

  private javafx.scene.Node signIn(HostRow row) {
    var label = Parts.label(parts.say(HostWords.signIn(row.spec())), "small");
    label.setGraphic(Parts.icon(Feather.KEY, "quiet"));
    return label;
  }

  private javafx.scene.Node state(HostRow row) {
    var title = Parts.label(parts.say(HostWords.state(row.standing())), "body");
    if (row.needsUser()) {
      title.getStyleClass().add("strong");
    }
    var words = new VBox(title, parts.hint(HostWords.detail(row.standing())));
    var line = Parts.row(icon(row.standing()), words);
    return line;
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

  private MenuButton menu(HostRow row) {
    var menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().addAll("flat", "no-arrow", "button-icon");
    menu.setAccessibleText(parts.say(Message.of("wizard.hosts.menu", row.spec().address())));
    menu.getItems()
        .addAll(
            item(Message.of("wizard.hosts.edit"), Feather.EDIT_2, () -> edit.accept(row)),
            item(
                Message.of("wizard.hosts.tryAgain"), Feather.REFRESH_CW, () -> model.tryAgain(row)),
            item(Message.of("wizard.hosts.remove"), Feather.X, () -> model.remove(row)));
    return menu;
  }

  private MenuItem item(Message text, Feather icon, Runnable work) {
    var item = new MenuItem(parts.say(text), new FontIcon(icon));
    item.setOnAction(_ -> work.run());
    return item;
  }
}
