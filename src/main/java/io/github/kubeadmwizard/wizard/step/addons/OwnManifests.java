package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The user's own manifests, in the order in which they are applied. */
final class OwnManifests {
  private final Parts parts;
  private final AddonsModel model;
  private final VBox list = new VBox(4);
  private final VBox box;

  OwnManifests(Parts parts, AddonsModel model, Supplier<Optional<Path>> file) {
    this.parts = parts;
    this.model = model;
    var field =
        new EntryField(parts, Message.of("choices.addons.own.add"), model.own(), "own-manifest")
            .mono()
            .prompt("apps/web.yaml");
    field.input().setOnAction(_ -> model.addOwn());
    Button add = parts.button(Message.of("choices.addons.own.take"), Feather.PLUS, model::addOwn);
    add.setId("own-add");
    add.disableProperty().bind(model.own().text().isEmpty());
    Button browse =
        parts.button(
            Message.of("choices.addons.own.browse"),
            Feather.FOLDER,
            () -> file.get().ifPresent(found -> model.addOwn(found.toString())));
    browse.setId("own-browse");
    box =
        new VBox(
            8,
            parts.section(Message.of("choices.addons.own")),
            parts.hint(Message.of("choices.addons.own.hint")),
            list,
            field.beside(add).beside(browse).node());
    model.changes().when(parts.inUse()).subscribe(_ -> show());
  }

  private void show() {
    List<String> own = model.ownManifests();
    var rows = new ArrayList<Node>();
    for (int i = 0; i < own.size(); i++) {
      rows.add(row(i, own.get(i)));
    }
    list.getChildren().setAll(rows);
    list.setVisible(!rows.isEmpty());
    list.setManaged(!rows.isEmpty());
  }

  private Node row(int number, String place) {
    Label name = Parts.mono((number + 1) + ". " + place);
    Button up =
        parts.iconButton(
            Message.of("choices.addons.own.up", place),
            Feather.ARROW_UP,
            () -> model.raiseOwn(number));
    up.setVisible(number > 0);
    Button away =
        parts.iconButton(
            Message.of("choices.addons.own.away", place), Feather.X, () -> model.removeOwn(number));
    var row = new HBox(8, name, Parts.grow(), up, away);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  Node node() {
    return box;
  }
}
