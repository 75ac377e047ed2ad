package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field over an {@link Entry}: its name above; below what is wrong once it was left. */
public final class EntryField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final Parts parts;
  private final Entry entry;
  private final TextField input;
  private final Control shown;
  private final Label error = Parts.label("", "field-error");
  private final HBox line;
  private final VBox box;

  /** A field over this entry. */
  public EntryField(Parts parts, Message name, Entry entry, String id) {
    this(parts, name, entry, id, new TextField());
  }

  /** A field that offers some values below as well. */
  public EntryField(Parts parts, Message name, Entry entry, String id, ComboBox<String> offering) {
    this(parts, name, entry, id, offering, offering.getEditor());
  }

  private EntryField(Parts parts, Message name, Entry entry, String id, TextField input) {
    this(parts, name, entry, id, input, input);
  }

  private EntryField(
      Parts parts, Message name, Entry entry, String id, Control shown, TextField input) {
    this.parts = parts;
    this.entry = entry;
    this.shown = shown;
    this.input = input;
    var label = Parts.label(parts.say(name), "field-name");
    label.setLabelFor(shown);
    shown.setId(id);
    shown.setAccessibleText(parts.say(name));
    shown.setMaxWidth(Double.MAX_VALUE);
    input.textProperty().bindBidirectional(entry.text());
    line = new HBox(8, shown);
    HBox.setHgrow(shown, Priority.ALWAYS);
    error.managedProperty().bind(error.visibleProperty());
    error.setId(id + "-error");
    box = new VBox(4, label, line, error);
    shown
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            entry.left().set(true);
          }
        });
    entry.left().when(parts.inUse()).subscribe(_ -> show());
    entry.wrong().when(parts.inUse()).subscribe(_ -> show());
  }

  private void show() {
    var wrong = entry.wrong().get().filter(any -> entry.left().get());
    error.setText(wrong.map(parts::say).orElse(""));
    error.setVisible(wrong.isPresent());
    shown.pseudoClassStateChanged(WRONG, wrong.isPresent());
    shown.setAccessibleHelp(error.getText());
  }

  /** Text as a machine writes it. */
  public EntryField mono() {
    input.getStyleClass().add("mono");
    return this;
  }

  /** What an empty field means. */
  public EntryField prompt(String text) {
    input.setPromptText(text);
    return this;
  }

  /** This wide at most, in pixels. */
  public EntryField width(double width) {
    box.setPrefWidth(width);
    box.setMaxWidth(width);
    return this;
  }

  /** A remark below, always there. */
  public EntryField hint(Label hint) {
    box.getChildren().add(hint);
    return this;
  }

  /** Something at the right of the field, such as a button. */
  public EntryField beside(Node node) {
    line.getChildren().add(node);
    return this;
  }

  /** Offers these while typing. */
  public EntryField completing(Supplier<List<String>> known) {
    new Completion(input, known);
    return this;
  }

  /** Goes there, and says what is wrong. */
  public void lead() {
    entry.left().set(true);
    Frame.lead(shown);
  }

  /** Whether something is wrong with it. */
  public boolean isWrong() {
    return entry.wrong().get().isPresent();
  }

  /** The control itself. */
  public TextField input() {
    return input;
  }

  /** Name, field, remark and error. */
  public VBox node() {
    return box;
  }
}
