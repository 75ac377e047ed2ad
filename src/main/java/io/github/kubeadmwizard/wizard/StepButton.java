package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One step in the sidebar: its number or state, its name, and how it stands in words. */
final class StepButton {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Parts parts;
  private final Navigation navigation;
  private final StepModel model;
  private final Button button = new Button();
  private final StackPane mark = new StackPane();
  private final Label shortly = new Label();

  StepButton(Parts parts, Navigation navigation, StepModel model) {
    this.parts = parts;
    this.navigation = navigation;
    this.model = model;
    mark.getStyleClass().add("step-mark");
    var title =
        new Label(
            parts.say(Message.of("wizard.step", model.step().number(), model.step().title())));
    title.getStyleClass().add("step-title");
    var content = new HBox(12, mark, new VBox(title, shortly));
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("step");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> navigation.go(model.step()));
    model.state().when(parts.inUse()).subscribe((_, _) -> show());
    navigation.current().when(parts.inUse()).subscribe((_, _) -> show());
    navigation.furthest().when(parts.inUse()).subscribe((_, _) -> show());
    navigation.locked().when(parts.inUse()).subscribe((_, _) -> show());
    show();
  }

  Button node() {
    return button;
  }

  private void show() {
    boolean current = navigation.current().get() == model.step();
    boolean seen = model.step().compareTo(navigation.furthest().get()) <= 0;
    StepState state = seen ? model.state().getValue() : StepState.notYet();
    if (!seen && model.state().getValue().kind() == StepState.Kind.SUGGESTED) {
      state = model.state().getValue();
    }
    button.pseudoClassStateChanged(CURRENT, current);
    button.setDisable(!navigation.isOpen(model.step()) && !current);
    shortly.setText(parts.say(state.shortly()));
    String role = role(state.kind());
    shortly.getStyleClass().setAll("step-state", role);
    mark.getStyleClass().setAll("step-mark", role);
    mark.getChildren().setAll(drawn(state.kind()));
    button.setAccessibleText(
        parts.say(
            Message.of(
                "wizard.step.spoken",
                model.step().number(),
                model.step().title(),
                state.shortly())));
  }

  private Node drawn(StepState.Kind kind) {
    return switch (kind) {
      case DONE -> Parts.icon(Feather.CHECK, "mark");
      case ATTENTION -> Parts.icon(Feather.ALERT_TRIANGLE, "mark");
      case BLOCKED -> Parts.icon(Feather.X_OCTAGON, "mark");
      case RUNNING -> Parts.icon(Feather.LOADER, "mark");
      case NOT_YET, SUGGESTED -> Parts.label(String.valueOf(model.step().number()), "step-number");
    };
  }

  static String role(StepState.Kind kind) {
    return switch (kind) {
      case DONE -> "good";
      case ATTENTION -> "attention";
      case BLOCKED -> "bad";
      case RUNNING -> "running";
      case NOT_YET, SUGGESTED -> "quiet";
    };
  }
}
