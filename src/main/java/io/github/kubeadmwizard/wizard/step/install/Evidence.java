package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The end of what a failed command said; the lanes and the log stay in sight below it. */
final class Evidence {
  private static final int LINES = 6;

  private Evidence() {}

  /** Its last lines; of one that said nothing, the command. */
  static Node of(Parts parts, FailedCommand command) {
    var box = new VBox(2);
    box.getStyleClass().add("code-box");
    int earlier = Math.max(0, command.lastLines().size() - LINES);
    if (earlier > 0) {
      box.getChildren().add(parts.hint(Message.of("wizard.install.earlierLines", earlier)));
    }
    command.lastLines().stream()
        .skip(earlier)
        .forEach(line -> box.getChildren().add(Parts.mono(line)));
    if (command.lastLines().isEmpty()) {
      box.getChildren().add(Parts.mono(command.command()));
    }
    return box;
  }
}
