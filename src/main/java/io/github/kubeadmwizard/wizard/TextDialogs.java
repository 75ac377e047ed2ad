package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Windows with room for a text: one to paste into, one to read. */
final class TextDialogs {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 460;
  private static final double GAP = 10;
  private static final double BESIDE = 136; // the label, the buttons and the margins

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
    var dialog = new OpeningDialog(owner, title(), WIDTH + BESIDE, HEIGHT + BESIDE);
    dialog.holds(
        new VBox(GAP),
        List.of(head(Message.of("wizard.clusters.import.how"), text), text),
        List.of(use, ButtonType.CANCEL),
        () -> {
          BooleanBinding nothing =
              Bindings.createBooleanBinding(() -> text.getText().isBlank(), text.textProperty());
          dialog.pane().lookupButton(use).disableProperty().bind(nothing);
          text.requestFocus();
        });
    return dialog.answer(pressed -> pressed == use ? text.getText() : null);
  }

  void report(Message head, List<String> lines) {
    var text = area();
    text.setText(String.join("\n", lines));
    text.setEditable(false);
    var dialog = new OpeningDialog(owner, title(), WIDTH + BESIDE, HEIGHT + BESIDE);
    dialog.holds(
        new VBox(GAP), List.of(head(head, text), text), List.of(ButtonType.CLOSE), () -> {});
    dialog.show();
  }

  private String title() {
    return words.say(Message.of("wizard.title"));
  }

  private static TextArea area() {
    var text = new TextArea();
    text.setWrapText(true);
    text.setPrefSize(WIDTH, HEIGHT);
    VBox.setVgrow(text, Priority.ALWAYS);
    return text;
  }

  private Label head(Message head, TextArea text) {
    var label = new Label(words.say(head));
    label.setWrapText(true);
    label.setMaxWidth(WIDTH);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setLabelFor(text);
    return label;
  }
}
