package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.help.Help;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A failure: its cause as the heading, why, the evidence, and the one best thing to do. */
final class ProblemCard {
  private final Parts parts;
  private final Problem problem;
  private final HBox card;

  ProblemCard(
      Parts parts, Problem problem, int others, Help help, Runnable retry, Runnable showLog) {
    this.parts = parts;
    this.problem = problem;
    var left = new VBox(8, heading(), parts.body(problem.why()));
    problem.command().ifPresent(command -> left.getChildren().add(evidence(command)));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    Button again = parts.button(Message.of("wizard.install.retry"), Feather.REFRESH_CW, retry);
    again.getStyleClass().add("accent");
    again.setId("retry");
    again.setMaxWidth(Double.MAX_VALUE);
    var right =
        new VBox(
            8,
            Parts.label(parts.say(Message.of("wizard.install.whatToDo")), "part-name"),
            parts.body(problem.remedy()),
            again,
            Parts.row(
                new CopyButton(parts.words(), this::text),
                parts.link(Message.of("wizard.install.showLog", problem.host().value()), showLog)));
    help.link(Message.of("wizard.help.more"), "failures.md", problem.id())
        .ifPresent(right.getChildren()::add);
    if (others > 0) {
      right.getChildren().add(parts.hint(Message.of("wizard.install.moreProblems", others)));
    }
    right.setMinWidth(300);
    right.setPrefWidth(300);
    card = new HBox(24, left, right);
    card.getStyleClass().addAll("card-box", "problem");
    card.setId("problem");
  }

  private Node heading() {
    var heading =
        Parts.label(
            parts.say(Message.of("wizard.install.problem", problem.host().value(), problem.what())),
            "section-title");
    heading.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    return heading;
  }

  private static VBox evidence(FailedCommand command) {
    var box = new VBox(2);
    box.getStyleClass().add("code-box");
    command.lastLines().forEach(line -> box.getChildren().add(Parts.mono(line)));
    if (command.lastLines().isEmpty()) {
      box.getChildren().add(Parts.mono(command.command()));
    }
    return box;
  }

  private String text() {
    var text = new StringBuilder();
    text.append(problem.host().value()).append(": ").append(parts.say(problem.what()));
    text.append('\n').append(parts.say(problem.why()));
    text.append('\n').append(parts.say(problem.remedy())).append('\n');
    problem
        .command()
        .ifPresent(command -> {
          text.append(command.command()).append(" (").append(command.exitCode()).append(")\n");
          command.lastLines().forEach(line -> text.append("  ").append(line).append('\n'));
        });
    return text.toString();
  }

  Node node() {
    return card;
  }
}
