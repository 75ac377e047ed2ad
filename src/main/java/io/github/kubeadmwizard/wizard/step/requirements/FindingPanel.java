package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.MendPlan;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.ActionPreview;
import io.github.kubeadmwizard.wizard.help.Help;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The answer behind a cell, always in the same order: read, why, mend, what runs, the way past. */
final class FindingPanel {
  private static final int MOST_READ = 6;

  private final Parts parts;
  private final RequirementsModel model;
  private final Matrix.Column column;
  private final List<Finding> findings;
  private final Finding finding;
  private final Help help;
  private final BorderPane panel = new BorderPane();

  FindingPanel(
      Parts parts,
      RequirementsModel model,
      Matrix.Column column,
      List<Finding> findings,
      Help help,
      Pieces pieces,
      Runnable close) {
    this.parts = parts;
    this.model = model;
    this.column = column;
    this.findings = findings;
    this.help = help;
    this.finding = Shared.of(findings).finding();
    panel.getStyleClass().add("side-panel");
    panel.setId("finding");
    pieces.thenAlone(() -> panel.setTop(head(close)));
    pieces.thenAlone(() -> fill(pieces));
  }

  Node node() {
    return panel;
  }

  private void fill(Pieces pieces) {
    var foot = foot();
    if (!foot.getChildren().isEmpty()) {
      panel.setBottom(foot);
    }
    var body = new VBox();
    body.getStyleClass().add("panel-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    panel.setCenter(scroll);
    pieces.fill(body, body().toArray(Node[]::new));
  }

  private HBox head(Runnable close) {
    var title = Parts.label(parts.say(finding.title()), "strong");
    var state =
        Parts.label(
            parts.say(
                Message.of(
                    "wizard.requirements.panel",
                    RequirementWords.head(column),
                    finding.state().title())),
            "small");
    state.getStyleClass().add(textRole(finding.state()));
    var head =
        new HBox(
            MatrixCell.icon(finding.state()),
            new VBox(title, state),
            Parts.grow(),
            parts.iconButton(Message.of("wizard.close"), Feather.X, close));
    head.getStyleClass().add("panel-head");
    return head;
  }

  private static String textRole(State state) {
    return switch (state) {
      case PASSED -> "good-text";
      case SET_BY_INSTALL -> "install-text";
      case WARNING, OVERRIDDEN -> "attention-text";
      case BLOCKS -> "bad-text";
    };
  }

  private List<Node> body() {
    var body = new ArrayList<Node>();
    if (column.hosts().size() > 1) {
      body.add(parts.hint(RequirementWords.hosts(column)));
    }
    body.add(name(Message.of("wizard.requirements.read")));
    body.addAll(read());
    body.add(name(Message.of("wizard.requirements.why")));
    body.add(parts.body(finding.why()));
    if (finding.state() != State.PASSED) {
      body.add(name(Message.of("wizard.requirements.mend")));
      body.add(parts.body(finding.remedy()));
    }
    if (!finding.mend().isEmpty() && finding.state() != State.PASSED) {
      body.add(name(Message.of("wizard.requirements.runs")));
      finding.mend().forEach(action -> body.add(preview(action)));
      body.add(undo());
    }
    help.link(Message.of("wizard.help.more"), "checks.md", finding.key(), finding.check())
        .ifPresent(body::add);
    return body;
  }

  /** What was read; where it differs within the column, whose each is. */
  private List<Node> read() {
    var whose = new LinkedHashMap<Message, List<HostName>>();
    for (Finding one : findings) {
      var hosts = whose.computeIfAbsent(one.read(), _ -> new ArrayList<>());
      one.host().ifPresent(hosts::add);
    }
    if (whose.size() == 1) {
      return List.of(code(parts.say(finding.read())));
    }
    var nodes = new ArrayList<Node>();
    whose.entrySet().stream()
        .limit(MOST_READ)
        .forEach(entry -> {
          nodes.add(code(parts.say(entry.getKey())));
          nodes.add(parts.hint(RequirementWords.hosts(new Matrix.Column(entry.getValue()))));
        });
    if (whose.size() > MOST_READ) {
      nodes.add(parts.hint(Message.of("wizard.requirements.moreRead", whose.size() - MOST_READ)));
    }
    return nodes;
  }

  private Label undo() {
    var undo = parts.hint(Message.of("wizard.requirements.recorded"));
    undo.setGraphic(Parts.icon(Feather.ROTATE_CCW, "quiet"));
    return undo;
  }

  private Label name(Message of) {
    return Parts.label(parts.say(of), "part-name");
  }

  private static VBox code(String text) {
    var box = new VBox(Parts.mono(text));
    box.getStyleClass().add("code-box");
    return box;
  }

  private Node preview(Action action) {
    return code(parts.say(action.title()) + "\n" + ActionPreview.of(action));
  }

  private VBox foot() {
    var foot = new VBox();
    foot.getStyleClass().add("panel-foot");
    boolean needed = finding.state() == State.BLOCKS || finding.state() == State.WARNING;
    var ours = findings.stream().filter(MendPlan::isOurs).toList();
    if (needed && !ours.isEmpty()) {
      var mend =
          parts.button(
              Message.of(
                  ours.stream().anyMatch(MendPlan::restarts)
                      ? "wizard.requirements.mendAndRestart"
                      : "wizard.requirements.mendHost",
                  RequirementWords.head(column)),
              Feather.TOOL,
              () -> model.mend(ours));
      mend.setId("mend");
      mend.disableProperty().bind(model.busy());
      foot.getChildren().add(mend);
    }
    boolean blocksOrPassedOver =
        finding.state() == State.BLOCKS || finding.state() == State.OVERRIDDEN;
    if (finding.soft() && blocksOrPassedOver) {
      foot.getChildren().add(wayPast());
    }
    return foot;
  }

  private CheckBox wayPast() {
    var past = new CheckBox(parts.say(Message.of("wizard.requirements.override", finding.check())));
    past.setWrapText(true);
    past.setId("override");
    past.setSelected(finding.state() == State.OVERRIDDEN);
    past.setOnAction(_ -> model.override(finding, past.isSelected()));
    return past;
  }
}
