package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.PodLine;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pod in one line: its name and namespace, how it is, where it runs. */
final class PodCell extends ListCell<PodLine> {
  private static final double NAMESPACE = 130;
  private static final double STATE = 150;
  private static final double SMALL = 70;
  private static final double NODE = 110;

  private final Parts parts;
  private final FontIcon icon = Parts.icon(Feather.CHECK_CIRCLE, "good");
  private final Label name = new Label();
  private final Label namespace = column("hint", NAMESPACE);
  private final Label state = column("small", STATE);
  private final Label restarts = column("hint", SMALL + 40);
  private final Label age = column("hint", SMALL);
  private final Label node = column("hint", NODE);
  private final HBox line = new HBox(12, icon, name, namespace, state, restarts, age, node);

  PodCell(Parts parts) {
    this.parts = parts;
    name.setMinWidth(80);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("host-line");
    line.setPrefWidth(0); // as wide as the list
  }

  private static Label column(String style, double width) {
    var label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(width * 0.6);
    label.setPrefWidth(width);
    return label;
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
    namespace.setText(pod.namespace());
    state.setText(pod.state() + " " + pod.ready());
    restarts.setText(parts.say(Message.of("wizard.ready.pods.restarts", pod.restarts())));
    age.setText(pod.age());
    node.setText(pod.node());
    setAccessibleText(
        String.join(" ", pod.name(), pod.namespace(), pod.state(), pod.ready(), pod.node()));
    setGraphic(line);
  }
}
