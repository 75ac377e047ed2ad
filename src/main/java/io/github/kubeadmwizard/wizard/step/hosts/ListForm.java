package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.imports.BadLine;
import io.github.kubeadmwizard.imports.HostList;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Many machines at once: a list that is typed or pasted, or what a file has. */
final class ListForm {
  private static final int LINES = 6;
  private static final double HIGHEST = 120;

  private final Parts parts;
  private final Consumer<HostList> add;
  private final Label found = Parts.label("", "body");
  private final VBox bad = new VBox(2);
  private final ScrollPane badPane = new ScrollPane(bad);
  private final Button finish;
  private final TextArea text = new TextArea();
  private final VBox box = Parts.card();
  private HostList now;

  /** For a list that is typed or pasted. */
  static ListForm typed(
      Parts parts, Function<String, HostList> reader, Consumer<HostList> add, Runnable close) {
    var form = new ListForm(parts, reader, add, close);
    form.text.setPromptText("10.0.0.11-13\nops@node4.lab:2222\n10.0.0.20 control-plane");
    form.text.setPrefRowCount(LINES);
    form.text.setId("host-list-text");
    form.text.setAccessibleText(parts.say(Message.of("wizard.hosts.list")));
    form.text.textProperty().subscribe(typed -> form.show(reader.apply(typed)));
    form.box
        .getChildren()
        .addAll(0, java.util.List.of(parts.hint(Message.of("wizard.hosts.list.how")), form.text));
    return form;
  }

  /** For what was found in a file. */
  static ListForm read(
      Parts parts, String file, HostList list, Consumer<HostList> add, Runnable close) {
    var form = new ListForm(parts, _ -> list, add, close);
    form.box.getChildren().addFirst(parts.section(Message.of("wizard.hosts.list.file", file)));
    form.show(list);
    return form;
  }

  private ListForm(
      Parts parts, Function<String, HostList> reader, Consumer<HostList> add, Runnable close) {
    this.parts = parts;
    this.add = add;
    now = reader.apply("");
    finish = parts.button(Message.of("wizard.hosts.list.add", 0), Feather.CHECK, this::finish);
    finish.setId("add-list");
    finish.getStyleClass().add("finish");
    badPane.setFitToWidth(true);
    badPane.setMaxHeight(HIGHEST);
    badPane.managedProperty().bind(badPane.visibleProperty());
    box.setId("list-form");
    box.getChildren()
        .addAll(
            found, badPane, Parts.row(finish, parts.button(Message.of("wizard.cancel"), close)));
    show(now);
  }

  private void show(HostList list) {
    now = list;
    int many = list.hosts().size();
    finish.setDisable(many == 0);
    finish.setText(parts.say(Message.of("wizard.hosts.list.add", many)));
    found.setText(
        parts.say(
            many == 0 && list.bad().isEmpty()
                ? Message.of("wizard.hosts.list.nothing")
                : Message.of("wizard.hosts.list.found", many, list.bad().size())));
    bad.getChildren().clear();
    list.bad().forEach(line -> bad.getChildren().add(told(line, "bad")));
    list.notes().forEach(line -> bad.getChildren().add(told(line, "attention")));
    badPane.setVisible(!bad.getChildren().isEmpty());
  }

  private Label told(BadLine line, String role) {
    var label =
        Parts.label(
            parts.say(
                Message.of(
                    "wizard.hosts.list.line",
                    String.valueOf(line.line()),
                    line.text(),
                    line.why())),
            "small");
    label.setGraphic(Parts.icon(role.equals("bad") ? Feather.X_OCTAGON : Feather.INFO, role));
    return label;
  }

  private void finish() {
    add.accept(now);
    if (!now.bad().isEmpty() && text.isVisible()) {
      // the good ones are in the table; what is left to be mended stays here
      text.setText(String.join("\n", now.bad().stream().map(BadLine::text).toList()));
    }
  }

  /** Puts a text into the field, as if it had been pasted there. */
  ListForm with(String pasted) {
    text.setText(pasted);
    return this;
  }

  void focus() {
    javafx.application.Platform.runLater(() -> Pieces.focus(text));
  }

  Node node() {
    return box;
  }
}
