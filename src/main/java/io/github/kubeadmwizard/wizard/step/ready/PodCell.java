package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.PodLine;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pod in two lines: its name and how it is; where it is, since when, how often begun again. */
final class PodCell extends ListCell<PodLine> {
  private static final double STATE = 190;

  private final Parts parts;
  private final FontIcon icon = Parts.icon(Feather.CHECK_CIRCLE, "good");
  private final Label name = new Label();
  private final Label place = new Label();
  private final Label state = new Label();
  private final HBox line;

  PodCell(Parts parts) {
    this.parts = parts;
    place.getStyleClass().add("hint");
    state.getStyleClass().add("small");
    state.setMinWidth(STATE);
    state.setPrefWidth(STATE);
    var names = new VBox(name, place);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    line = new HBox(10, icon, names, state);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("host-line");
    line.setPrefWidth(0); // as wide as the list
  }

  @Override
  protected void updateItem(@Nullable PodLine pod, boolean empty) {
    super.updateItem(pod, empty);
    if (empty || pod == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(pod.isWell() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().removeAll("good", "attention");
    icon.getStyleClass().add(pod.isWell() ? "good" : "attention");
    name.setText(pod.name());
    place.setText(
        parts.say(
            Message.of(
                "wizard.ready.pods.place",
                pod.namespace(),
                pod.node(),
                pod.age(),
                pod.restarts())));
    state.setText(pod.state() + " " + pod.ready());
    setAccessibleText(String.join(" ", pod.name(), state.getText(), place.getText()));
    setGraphic(line);
  }
}
