package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The end of what a failed command said; the lanes and the log stay in sight below it. */
final class Evidence {
  private static final int LINES = 6;

  private Evidence() {}

  /**
   * Its last lines; of one that said nothing, the command; nothing where all lines are told
   * already.
   *
   * @param told what stands above, such as why it failed with the words of the machine
   */
  static Optional<Node> of(Parts parts, FailedCommand command, String told) {
    var lines = command.lastLines();
    String above = oneLine(told);
    boolean again =
        !lines.isEmpty() && lines.stream().allMatch(line -> above.contains(oneLine(line)));
    return again ? Optional.empty() : Optional.of(box(parts, command));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Node box(Parts parts, FailedCommand command) {
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
