package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.JoinToken;
import io.github.kubeadmwizard.running.JoinWish;
import io.github.kubeadmwizard.running.Lifetime;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A line for a machine that joins by hand, and the tokens that are alive. */
final class JoinCard {
  private static final List<String> LIFETIMES = List.of("15m", "1h", "2h");

  private final Parts parts;
  private final JoinModel model;
  private final Pick<Boolean> role;
  private final Pick<String> lifetime;
  private final Button make;
  private final VBox made = new VBox(8);
  private final VBox tokens = new VBox(8);
  private final Folded folded;

  JoinCard(Parts parts, JoinModel model) {
    this.parts = parts;
    this.model = model;
    role =
        new Pick<>(
            parts,
            Message.of("wizard.ready.join.as"),
            List.of(false, true),
            JoinCard::role,
            _ -> {},
            "join-role");
    role.box().setValue(false);
    lifetime =
        new Pick<>(
            parts,
            Message.of("wizard.ready.join.lifetime"),
            LIFETIMES,
            JoinCard::time,
            _ -> {},
            "join-lifetime");
    lifetime.box().setValue(JoinWish.USUAL.text());
    make = parts.button(Message.of("wizard.ready.join.make"), Feather.LINK, this::make);
    make.setId("join-make");
    folded =
        new Folded(
                parts,
                Message.of("wizard.ready.join"),
                Message.of("wizard.ready.join.short"),
                "join")
            .add(
                parts.body(Message.of("wizard.ready.join.why")),
                new FlowPane(16, 12, role.node(), lifetime.node()),
                Parts.row(make),
                made,
                tokens);
    folded.whenOpened(model::look);
    model.state().when(parts.inUse()).subscribe(this::show);
  }

  Node node() {
    return folded.node();
  }

  private static Message role(boolean controlPlane) {
    return controlPlane
        ? Message.of("wizard.ready.join.controlPlane")
        : Message.of("wizard.ready.join.worker");
  }

  private static Message time(String text) {
    var lasts = new Lifetime(text).duration();
    return lasts.toHours() > 0
        ? Message.of("wizard.ready.hours", lasts.toHours())
        : Message.of("wizard.ready.minutes", lasts.toMinutes());
  }

  private void make() {
    model.make(new JoinWish(new Lifetime(lifetime.box().getValue()), role.box().getValue()));
  }

  private void show(JoinModel.State now) {
    make.setDisable(now.busy());
    var above = new ArrayList<Node>();
    now.trouble().ifPresent(why -> above.add(parts.body(why, Feather.X_OCTAGON, "bad")));
    now.made()
        .ifPresent(line -> above.add(new JoinLine(parts, line, model.time(line.ends())).node()));
    made.getChildren().setAll(above);
    var below = new ArrayList<Node>();
    now.tokens().ifPresent(all -> below.addAll(tokens(all, now.busy())));
    if (now.tokens().isEmpty() && now.busy()) {
      below.add(parts.hint(Message.of("wizard.ready.asking")));
    }
    tokens.getChildren().setAll(below);
  }

  private List<Node> tokens(List<JoinToken> all, boolean busy) {
    if (all.isEmpty()) {
      return List.of(parts.hint(Message.of("running.join.none")));
    }
    var grid = new GridPane(16, 6);
    all.forEach(token -> row(grid, token, busy));
    return List.of(Parts.label(parts.say(Message.of("wizard.ready.join.alive")), "strong"), grid);
  }

  private void row(GridPane grid, JoinToken token, boolean busy) {
    var name = Parts.mono(token.name());
    name.setMinWidth(Region.USE_PREF_SIZE);
    var ends =
        parts.body(
            token
                .ends()
                .map(end -> Message.of("wizard.ready.people.until", model.time(end)))
                .orElse(Message.of("running.join.never")));
    ends.setMinWidth(Region.USE_PREF_SIZE);
    var what = Parts.label(token.what(), "hint");
    GridPane.setHgrow(what, Priority.ALWAYS);
    var delete = parts.link(Message.of("wizard.ready.join.delete"), () -> model.delete(token));
    delete.setId("delete-" + token.name());
    delete.setDisable(busy);
    delete.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), name, ends, what, delete);
  }
}
