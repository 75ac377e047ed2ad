package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.smoke.SmokeReport;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.run.RunBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The smoke test: what it does, its button, and what came of it. */
final class SmokeCard {
  private final Parts parts;
  private final SmokeModel model;
  private final VBox box = Parts.card();

  SmokeCard(Parts parts, SmokeModel model) {
    this.parts = parts;
    this.model = model;
    box.setId("smoke");
    model.state().when(parts.inUse()).subscribe(this::show);
  }

  Node node() {
    return box;
  }

  private void show(SmokeModel.State state) {
    var children = new ArrayList<Node>();
    children.add(parts.section(Message.of("wizard.ready.smoke")));
    switch (state) {
      case SmokeModel.NotYet _ -> {
        children.add(parts.body(Message.of("wizard.ready.smoke.why")));
        children.add(Parts.row(start(Message.of("wizard.ready.smoke.start"))));
      }
      case SmokeModel.Going(var now, boolean stopping) -> children.addAll(going(now, stopping));
      case SmokeModel.NotBegun(Message why) -> {
        children.add(parts.body(why, Feather.X_OCTAGON, "bad"));
        children.add(Parts.row(start(Message.of("wizard.ready.smoke.again"))));
      }
      case SmokeModel.Over over -> children.addAll(over(over));
    }
    box.getChildren().setAll(children);
  }

  private Node start(Message words) {
    var button = parts.button(words, Feather.ACTIVITY, model::start);
    button.setId("smoke-start");
    return button;
  }

  private List<Node> going(Optional<Message> now, boolean stopping) {
    return new RunBar(
            Message.of("wizard.ready.smoke.going"),
            Message.of("wizard.ready.smoke.stopping"),
            Message.of("wizard.ready.smoke.stop"),
            "smoke-stop")
        .rows(parts, now, stopping, model::stop);
  }

  private List<Node> over(SmokeModel.Over over) {
    var nodes = new ArrayList<Node>();
    nodes.add(verdict(over));
    SmokeReport report = over.report();
    if (!report.nodes().isEmpty()) {
      nodes.add(new SmokeTable(parts, report).node());
    }
    over.troubles().forEach(problem -> nodes.add(problem(problem)));
    report.problems().forEach(problem -> nodes.add(problem(problem)));
    if (!over.unreached().isEmpty()) {
      nodes.add(
          parts.body(
              Message.of("wizard.ready.smoke.notFrom", over.unreached()),
              Feather.ALERT_TRIANGLE,
              "attention"));
    }
    if (over.left()) {
      nodes.add(
          parts.body(Message.of("wizard.ready.smoke.left"), Feather.ALERT_TRIANGLE, "attention"));
    }
    nodes.add(Parts.row(start(Message.of("wizard.ready.smoke.again"))));
    return nodes;
  }

  private Label verdict(SmokeModel.Over over) {
    if (over.passed()) {
      return parts.body(Message.of("wizard.ready.smoke.passed"), Feather.CHECK_CIRCLE, "good");
    }
    return over.stopped()
        ? parts.body(Message.of("wizard.ready.smoke.stopped"), Feather.ALERT_TRIANGLE, "attention")
        : parts.body(Message.of("wizard.ready.smoke.failed"), Feather.X_OCTAGON, "bad");
  }

  private Node problem(Problem problem) {
    var what = Parts.label(parts.say(problem.what()), "strong");
    what.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    var copy = new CopyButton(parts.words(), () -> text(problem));
    var box =
        Parts.card(
            what,
            parts.body(problem.why()),
            Parts.label(parts.say(Message.of("wizard.install.whatToDo")), "part-name"),
            parts.body(problem.remedy()),
            Parts.row(copy));
    box.getStyleClass().add("problem");
    return box;
  }

  private String text(Problem problem) {
    return String.join(
        "\n", parts.say(problem.what()), parts.say(problem.why()), parts.say(problem.remedy()));
  }
}
