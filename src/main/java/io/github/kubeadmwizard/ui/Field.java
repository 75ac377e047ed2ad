package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A text field with its name above and, once it is left, what is wrong with it below.
 *
 * <p>The rule says what is wrong with a text; it is asked each time the field is left, and while a
 * mistake is shown at each key, so that it goes as soon as it is mended.
 */
public final class Field {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TextField input;
  private final Label error = Parts.label("", "field-error");
  private final VBox box;
  private final Words words;
  private final Function<String, Optional<Message>> rule;

  /** With a name, what it holds first, and a rule. */
  public Field(Words words, Message name, String value, Function<String, Optional<Message>> rule) {
    this(words, name, new TextField(value), rule);
  }

  /** Over a field of another kind, such as one that hides what is typed. */
  public Field(
      Words words, Message name, TextField input, Function<String, Optional<Message>> rule) {
    this.words = words;
    this.input = input;
    this.rule = rule;
    var label = Parts.label(words.say(name), "field-name");
    label.setLabelFor(input);
    input.setAccessibleText(words.say(name));
    error.managedProperty().bind(error.visibleProperty());
    error.setVisible(false);
    box = new VBox(4, label, input, error);
    input
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            check();
          }
        });
    input
        .textProperty()
        .subscribe((_, _) -> {
          if (error.isVisible()) {
            check();
          }
        });
  }

  /** Tells what is wrong, if anything; without a word while it is empty and never was left. */
  public boolean check() {
    Optional<Message> wrong = rule.apply(input.getText().strip());
    error.setText(wrong.map(words::say).orElse(""));
    error.setVisible(wrong.isPresent());
    input.pseudoClassStateChanged(WRONG, wrong.isPresent());
    input.setAccessibleHelp(error.getText());
    return wrong.isEmpty();
  }

  /** What is typed, without blanks around it. */
  public String text() {
    return input.getText().strip();
  }

  /** The control itself. */
  public TextField input() {
    return input;
  }

  /** Name, field and error. */
  public Region node() {
    return box;
  }

  /** Shows what an empty field would mean. */
  public Field prompt(String text) {
    input.setPromptText(text);
    return this;
  }

  /** This wide, in pixels. */
  public Field width(double width) {
    input.setPrefWidth(width);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    error.setMaxWidth(Math.max(width, 160));
    return this;
  }
}
