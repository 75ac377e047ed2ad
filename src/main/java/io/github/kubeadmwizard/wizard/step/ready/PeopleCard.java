package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.Access;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Other people's access: who has it, giving it, and taking it away. */
final class PeopleCard {
  private final Parts parts;
  private final PeopleModel model;
  private final ClusterDialogs dialogs;
  private final VBox list = new VBox(8);
  private final VBox said = new VBox(4);
  private final PersonForm form;
  private final Folded folded;

  PeopleCard(Parts parts, PeopleModel model, ClusterDialogs dialogs) {
    this.parts = parts;
    this.model = model;
    this.dialogs = dialogs;
    form = new PersonForm(parts, model, dialogs);
    folded =
        new Folded(
                parts,
                Message.of("wizard.ready.people"),
                Message.of("wizard.ready.people.short"),
                "people")
            .add(parts.body(Message.of("wizard.ready.people.why")), list, form.node(), said);
    folded.whenOpened(model::look);
    model.state().when(parts.inUse()).subscribe(this::show);
  }

  Node node() {
    return folded.node();
  }

  private void show(PeopleModel.State now) {
    form.busy(now.busy());
    var rows = new ArrayList<Node>();
    now.access().ifPresent(access -> rows.addAll(rows(access, now.busy())));
    if (now.access().isEmpty() && now.busy()) {
      rows.add(parts.hint(Message.of("wizard.ready.asking")));
    }
    list.getChildren().setAll(rows);
    var lines = new ArrayList<Node>();
    now.said()
        .ifPresent(words -> {
          var line = parts.body(words);
          line.setId("people-said");
          line.setGraphic(
              now.good()
                  ? Parts.icon(Feather.CHECK_CIRCLE, "good")
                  : Parts.icon(Feather.X_OCTAGON, "bad"));
          lines.add(line);
        });
    said.getChildren().setAll(lines);
  }

  private List<Node> rows(Access access, boolean busy) {
    var rows = new ArrayList<Node>();
    if (access.grants().isEmpty()) {
      rows.add(parts.hint(Message.of("wizard.ready.people.none")));
    } else {
      var grid = new GridPane(16, 6);
      access.grants().forEach(grant -> row(grid, grant, busy));
      rows.add(grid);
    }
    access
        .kept()
        .forEach((name, end) ->
            rows.add(parts.hint(Message.of("running.access.kept", name, model.time(end)))));
    return rows;
  }

  private void row(GridPane grid, Access.Grant grant, boolean busy) {
    var name = Parts.label(grant.person(), "strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var place =
        grant
            .namespace()
            .map(space -> Message.of("running.access.inNamespace", space))
            .orElse(Message.of("running.access.inCluster"));
    Label role = parts.body(Message.of("wizard.ready.people.may", grant.role(), place));
    GridPane.setHgrow(role, Priority.ALWAYS);
    Label ends = grant.ends().map(this::ends).orElseGet(() -> Parts.label("", "hint"));
    ends.setMinWidth(Region.USE_PREF_SIZE);
    var take = parts.link(Message.of("wizard.ready.people.take"), () -> take(grant.person()));
    take.setId("take-" + grant.person());
    take.setDisable(busy);
    take.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), name, role, ends, take);
  }

  private Label ends(Instant end) {
    String time = model.time(end);
    return parts.hint(
        end.isAfter(model.now())
            ? Message.of("wizard.ready.people.until", time)
            : Message.of("wizard.ready.people.ended", time));
  }

  private void take(String person) {
    if (dialogs.agreed(
        Message.of("wizard.ready.people.takeAsk", person),
        Message.of("wizard.ready.people.take"))) {
      model.take(person);
    }
  }
}
