package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.run.RunBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pod network of the cluster that stands; unseen without one. */
final class SwitchCard {
  private final Parts parts;
  private final SwitchModel model;
  private final VBox box = Parts.card();

  SwitchCard(Parts parts, SwitchModel model) {
    this.parts = parts;
    this.model = model;
    box.setId("switch");
    box.managedProperty().bind(box.visibleProperty());
    model.state().when(parts.inUse()).subscribe(this::show);
    model.thereChanged().when(parts.inUse()).subscribe(_ -> see());
  }

  Node node() {
    return box;
  }

  /** Looks anew whether there is a cluster. */
  void see() {
    box.setVisible(model.isThere());
  }

  private void show(SwitchModel.State state) {
    see();
    var rows = new ArrayList<Node>();
    rows.add(parts.section(Message.of("choices.switch.title")));
    rows.add(parts.hint(Message.of("choices.switch.hint")));
    switch (state) {
      case SwitchModel.NotYet _ -> rows.add(Parts.row(look(Message.of("choices.switch.look"))));
      case SwitchModel.Asking _ -> rows.add(parts.hint(Message.of("choices.switch.asking")));
      case SwitchModel.Offered(SwitchOffer offer) -> rows.addAll(offered(offer));
      case SwitchModel.Going(var now, boolean stopping) -> rows.addAll(going(now, stopping));
      case SwitchModel.NotBegun(Message why) -> rows.addAll(failed(why));
      case SwitchModel.Over over -> rows.addAll(over(over));
    }
    box.getChildren().setAll(rows);
  }

  private Button look(Message words) {
    var button = parts.button(words, Feather.SEARCH, model::look);
    button.setId("switch-look");
    return button;
  }

  private List<Node> failed(Message why) {
    return List.of(
        parts.body(why, Feather.ALERT_TRIANGLE, "attention"),
        Parts.row(look(Message.of("choices.switch.again"))));
  }

  private List<Node> offered(SwitchOffer offer) {
    return switch (offer) {
      case SwitchOffer.Ready ready -> ready(ready);
      case SwitchOffer.Same(boolean byName) ->
          List.of(
              parts.body(
                  Message.of(byName ? "choices.switch.sameByName" : "choices.switch.same"),
                  Feather.CHECK_CIRCLE,
                  "good"));
      case SwitchOffer.Unknown(Message why) -> failed(why);
      case SwitchOffer.Refused(Problem problem) -> {
        var rows = new ArrayList<>(problem(problem));
        rows.add(Parts.row(look(Message.of("choices.switch.again"))));
        yield rows;
      }
      case SwitchOffer.Blocked(var report) -> {
        var rows = new ArrayList<Node>();
        report.findings().stream().filter(Finding::blocks).forEach(one -> rows.add(finding(one)));
        rows.add(Parts.row(look(Message.of("choices.switch.again"))));
        yield rows;
      }
    };
  }

  private Node finding(Finding finding) {
    String host = finding.host().map(name -> name.value() + ": ").orElse("");
    var line =
        Parts.label(host + parts.say(finding.title()) + " – " + parts.say(finding.read()), "body");
    line.setWrapText(true);
    line.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    return line;
  }

  private List<Node> ready(SwitchOffer.Ready ready) {
    var rows = new ArrayList<Node>();
    ready.words().forEach(one -> rows.add(parts.body(one)));
    var words =
        ready.interrupts()
            ? Message.of("choices.switch.plugins.start")
            : Message.of("choices.switch.start");
    var start = parts.button(words, Feather.SHUFFLE, model::start);
    start.setId("switch-start");
    start.getStyleClass().add(ready.interrupts() ? "danger" : "accent");
    if (ready.interrupts()) {
      var known = new CheckBox(parts.say(Message.of("choices.switch.plugins.known")));
      known.setWrapText(true);
      known.setId("switch-known");
      start.disableProperty().bind(known.selectedProperty().not());
      rows.add(known);
    }
    rows.add(Parts.row(start));
    return rows;
  }

  private List<Node> going(Optional<Message> now, boolean stopping) {
    return new RunBar(
            Message.of("choices.switch.going"),
            Message.of("choices.switch.stopping"),
            Message.of("choices.switch.stop"),
            "switch-stop")
        .rows(parts, now, stopping, model::stop);
  }

  private List<Node> over(SwitchModel.Over over) {
    var rows = new ArrayList<Node>();
    over.left().forEach(one -> rows.add(parts.body(one, Feather.ALERT_TRIANGLE, "attention")));
    if (over.isThrough()) {
      String key = of(over, "choices.switch.plugins.done", "choices.switch.done");
      rows.addFirst(parts.body(Message.of(key, over.to()), Feather.CHECK_CIRCLE, "good"));
      return rows;
    }
    rows.add(
        over.stopped()
            ? parts.body(
                Message.of(of(over, "choices.switch.plugins.stopped", "choices.switch.stopped")),
                Feather.ALERT_TRIANGLE,
                "attention")
            : parts.body(
                Message.of(of(over, "choices.switch.plugins.failed", "choices.switch.failed")),
                Feather.X_OCTAGON,
                "bad"));
    over.problems().forEach(problem -> rows.addAll(problem(problem)));
    rows.add(Parts.row(look(Message.of("choices.switch.goOn"))));
    return rows;
  }

  private static String of(SwitchModel.Over over, String between, String within) {
    return over.between() ? between : within;
  }

  private List<Node> problem(Problem problem) {
    var what = Parts.label(parts.say(problem.what()), "strong");
    what.setWrapText(true);
    what.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    return List.of(what, parts.body(problem.why()), parts.body(problem.remedy()));
  }
}
