package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Windows with room for a text: one to paste into, one to read. */
final class TextDialogs {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 460;
  private static final double GAP = 10;

  private final Window owner;
  private final Words words;

  TextDialogs(Window owner, Words words) {
    this.owner = owner;
    this.words = words;
  }

  /** What the user pastes and wants to have; empty where the user leaves. */
  Optional<String> pasted() {
    var text = area();
    text.setId("pasted");
    text.setPromptText("kubeadm init --pod-network-cidr=10.244.0.0/16 …");
    var use =
        new ButtonType(
            words.say(Message.of("wizard.clusters.import.use")), ButtonBar.ButtonData.OK_DONE);
    Dialog<String> dialog = dialog(Message.of("wizard.clusters.import.how"), text);
    dialog.getDialogPane().getButtonTypes().addAll(use, ButtonType.CANCEL);
    var button = dialog.getDialogPane().lookupButton(use);
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> text.getText().isBlank(), text.textProperty()));
    dialog.setResultConverter(pressed -> pressed == use ? text.getText() : null);
    dialog.setOnShown(_ -> text.requestFocus());
    return dialog.showAndWait();
  }

  void report(Message head, List<String> lines) {
    var text = area();
    text.setText(String.join("\n", lines));
    text.setEditable(false);
    Dialog<String> dialog = dialog(head, text);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    dialog.show();
  }

  private static TextArea area() {
    var text = new TextArea();
    text.setWrapText(true);
    text.setPrefSize(WIDTH, HEIGHT);
    VBox.setVgrow(text, Priority.ALWAYS);
    return text;
  }

  private Dialog<String> dialog(Message head, TextArea text) {
    var label = new Label(words.say(head));
    label.setWrapText(true);
    label.setMaxWidth(WIDTH);
    label.setLabelFor(text);
    var dialog = new Dialog<String>();
    dialog.initOwner(owner);
    dialog.setTitle(words.say(Message.of("wizard.title")));
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(new VBox(GAP, label, text));
    return dialog;
  }
}
