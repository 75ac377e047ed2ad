package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.ActionPreview;
import io.github.kubeadmwizard.wizard.help.Help;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A failure: its cause as the heading, why, the evidence, and the one best thing to do. */
final class ProblemCard {
  private static final double RIGHT = 300;
  private static final int MOST_MENDS = 3;

  private final Parts parts;
  private final InstallModel model;
  private final Problem problem;
  private final HBox card;
  private Optional<Button> accented = Optional.empty();

  /**
   * @param problem the one that is explained; others are only counted
   */
  ProblemCard(Parts parts, Problem problem, InstallModel model, Help help, Runnable showLog) {
    this.parts = parts;
    this.problem = problem;
    this.model = model;
    var left = new VBox(8, heading(), parts.body(problem.why()));
    problem
        .command()
        .flatMap(command -> Evidence.of(parts, command, parts.say(problem.why())))
        .ifPresent(left.getChildren()::add);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    var right = new VBox(8, answer(), parts.body(problem.remedy()));
    right.getChildren().addAll(whatToPress());
    right
        .getChildren()
        .add(
            Parts.row(
                new CopyButton(parts.words(), this::text),
                parts.link(Message.of("wizard.install.showLog", problem.host().value()), showLog)));
    help.link(Message.of("wizard.help.more"), "failures.md", problem.id())
        .ifPresent(right.getChildren()::add);
    int others = model.problems().size() - 1;
    if (others > 0) {
      right.getChildren().add(parts.hint(Message.of("wizard.install.moreProblems", others)));
    }
    right.setMinWidth(RIGHT);
    right.setPrefWidth(RIGHT);
    card = new HBox(24, left, right);
    card.getStyleClass().addAll("card-box", "problem");
    card.setId("problem");
  }

  private Node answer() {
    var name = problem.mend().isEmpty() ? "wizard.install.whatToDo" : "wizard.install.whatMends";
    return Parts.label(parts.say(Message.of(name)), "part-name");
  }

  /** The one best thing to press is accented; while the cause is looked for, nothing is. */
  private List<Node> whatToPress() {
    Node retry = parts.link(Message.of("wizard.install.retryAsItIs"), model::retry);
    if (!problem.mend().isEmpty()) {
      retry.setId("retry");
      return List.of(
          runs(), accented("mend-resume", mending(), Feather.TOOL, model::mendAndResume), retry);
    }
    if (model.looking().get()) {
      retry.setId("retry");
      var looks = parts.hint(Message.of("wizard.install.looking", problem.host().value()));
      looks.setGraphic(Parts.icon(Feather.LOADER, "running"));
      return List.of(looks, retry);
    }
    return List.of(
        accented("retry", Message.of("wizard.install.retry"), Feather.REFRESH_CW, model::retry));
  }

  private Message mending() {
    boolean restarts =
        model.mendable().stream()
            .flatMap(one -> one.mend().stream())
            .anyMatch(Action.Reboot.class::isInstance);
    return Message.of(
        restarts ? "wizard.install.mendRestartResume" : "wizard.install.mendAndResume");
  }

  private Button accented(String id, Message words, Feather icon, Runnable work) {
    Button button = parts.button(words, icon, work);
    button.getStyleClass().add("accent");
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    accented = Optional.of(button);
    return button;
  }

  /** What the mend runs, on every machine that it is run on. */
  private Node runs() {
    var box = new VBox(4);
    box.getStyleClass().add("code-box");
    model.mendable().stream()
        .flatMap(one -> one.mend().stream().map(action -> preview(one.host(), action)))
        .limit(MOST_MENDS)
        .forEach(box.getChildren()::add);
    long all = model.mendable().stream().mapToLong(one -> one.mend().size()).sum();
    if (all > MOST_MENDS) {
      box.getChildren().add(parts.hint(Message.of("wizard.install.moreMends", all - MOST_MENDS)));
    }
    box.setId("mends");
    return box;
  }

  private Label preview(HostName host, Action action) {
    var title = Message.of("wizard.install.problem", host.value(), action.title());
    return Parts.mono(parts.say(title) + "\n" + ActionPreview.of(action));
  }

  private Node heading() {
    var heading =
        Parts.label(
            parts.say(Message.of("wizard.install.problem", problem.host().value(), problem.what())),
            "section-title");
    heading.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    return heading;
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

  /** The focus goes to the one best thing to press, if there is one. */
  void focus() {
    accented.ifPresent(Pieces::focus);
  }

  Node node() {
    return card;
  }
}
