package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One of several things to choose, in a frame that can be clicked anywhere. What cannot be chosen
 * has no control: a lock and the reason stand there instead.
 */
public final class ChoiceCard {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final VBox box = new VBox(6);
  private final Optional<RadioButton> radio;

  /** One that can be chosen. */
  public ChoiceCard(Parts parts, Message name, ToggleGroup group, Runnable choose, String id) {
    var button = new RadioButton(parts.say(name));
    button.setToggleGroup(group);
    button.getStyleClass().add("strong");
    button.setId(id);
    button.setOnAction(_ -> choose.run());
    radio = Optional.of(button);
    box.getStyleClass().add("choice");
    box.getChildren().add(head(button));
    box.setOnMouseClicked(_ -> {
      button.requestFocus();
      button.fire();
    });
    button.selectedProperty().subscribe(is -> box.pseudoClassStateChanged(CHOSEN, is));
  }

  /** One that cannot be chosen, and why. */
  public ChoiceCard(Parts parts, Message name, Message reason) {
    radio = Optional.empty();
    var title = new Label(parts.say(name), Parts.icon(Feather.LOCK, "quiet"));
    title.getStyleClass().addAll("strong", "quiet-text");
    box.getStyleClass().addAll("choice", "locked");
    box.getChildren().addAll(head(title), parts.hint(reason));
  }

  private static HBox head(Node... nodes) {
    var head = new HBox(8, nodes);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static Label chip(String text, String role) {
    var chip = new Label(text);
    chip.getStyleClass().addAll("chip", role);
    chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return chip;
  }

  /** A word at the right of the name. */
  public ChoiceCard tag(String text, String role) {
    if (box.getChildren().getFirst() instanceof HBox head) {
      head.getChildren().addAll(Parts.grow(), chip(text, role));
    }
    return this;
  }

  /** More below. */
  public ChoiceCard add(Node... nodes) {
    box.getChildren().addAll(nodes);
    return this;
  }

  /** Shows whether it is chosen. */
  public void chosen(boolean is) {
    radio.ifPresent(button -> button.setSelected(is));
  }

  /** The control, where it can be chosen. */
  public Optional<RadioButton> radio() {
    return radio;
  }

  /** What is drawn. */
  public VBox node() {
    return box;
  }
}
