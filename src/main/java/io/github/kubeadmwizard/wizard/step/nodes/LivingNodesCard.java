package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.NodeChange;
import io.github.kubeadmwizard.running.TaintMeaning;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the cluster has now, and the way to bring it to what is chosen; unseen without a cluster.
 */
final class LivingNodesCard {
  private final Parts parts;
  private final LivingNodesModel model;
  private final VBox box = Parts.card();

  LivingNodesCard(Parts parts, LivingNodesModel model) {
    this.parts = parts;
    this.model = model;
    box.setId("living-nodes");
    box.managedProperty().bind(box.visibleProperty());
    model.stands().when(parts.inUse()).subscribe(stands -> box.setVisible(stands));
    model.state().when(parts.inUse()).subscribe(_ -> show());
    model.choices().when(parts.inUse()).subscribe(_ -> show());
  }

  Node node() {
    return box;
  }

  private void show() {
    LivingNodesModel.State now = model.state().get();
    var rows = new ArrayList<Node>();
    var again = parts.button(Message.of("wizard.ready.again"), Feather.REFRESH_CW, model::look);
    again.setDisable(now.busy());
    rows.add(Parts.row(parts.section(Message.of("choices.living.title")), Parts.grow(), again));
    rows.add(parts.hint(Message.of("choices.living.hint")));
    now.said().ifPresent(said -> rows.add(parts.body(said, Feather.ALERT_TRIANGLE, "attention")));
    if (now.nodes().isEmpty() && now.busy()) {
      rows.add(parts.hint(Message.of("wizard.ready.asking")));
    }
    now.nodes().forEach(node -> rows.add(row(node, now.busy())));
    missing(now.busy()).ifPresent(rows::add);
    box.getChildren().setAll(rows);
  }

  private Node row(LivingNode node, boolean busy) {
    var name = Parts.label(node.name(), "strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var marks = new FlowPane(6, 4);
    marks.setMinWidth(0);
    HBox.setHgrow(marks, Priority.ALWAYS);
    node.taints().forEach(taint -> marks.getChildren().add(taint(node, taint, busy)));
    node.givenLabels()
        .forEach((key, value) -> marks.getChildren().add(label(node, key, value, busy)));
    var cordon =
        parts.link(
            Message.of(node.cordoned() ? "choices.living.uncordon" : "choices.living.cordon"),
            () -> model.cordon(node, !node.cordoned()));
    cordon.setId("cordon-" + node.name());
    cordon.setDisable(busy);
    cordon.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(12, name, marks, cordon);
    var all = new VBox(4, line);
    node.taints()
        .forEach(taint -> all.getChildren().addAll(words(node, TaintMeaning.of(node, taint))));
    return all;
  }

  private Node taint(LivingNode node, TaintSpec taint, boolean busy) {
    return TaintMeaning.of(node, taint).isRemovable()
        ? chip(taint.toString(), Optional.of(() -> model.remove(node, taint)), busy)
        : chip(taint.toString(), Optional.empty(), busy);
  }

  /** Labels of kubeadm's own carry roles that it needs; they are shown and stay. */
  private Node label(LivingNode node, String key, String value, boolean busy) {
    boolean ours = !key.contains("kubernetes.io/") || key.equals("node-role.kubernetes.io/worker");
    return chip(
        key + "=" + value,
        ours ? Optional.of(() -> model.removeLabel(node, key)) : Optional.empty(),
        busy);
  }

  private Node chip(String text, Optional<Runnable> remove, boolean busy) {
    var name = Parts.mono(text);
    name.getStyleClass().add("chip-name");
    var chip = new HBox(name);
    chip.getStyleClass().add("taint-chip");
    chip.setMinWidth(0);
    remove.ifPresent(work -> {
      var gone = parts.iconButton(Message.of("choices.nodes.remove", text), Feather.X, work);
      gone.getStyleClass().add("chip-remove");
      gone.setDisable(busy);
      chip.getChildren().add(gone);
    });
    return chip;
  }

  /** Of a taint that nobody gave: where it comes from, and what mends it. */
  private List<Label> words(LivingNode node, TaintMeaning meaning) {
    return switch (meaning) {
      case TaintMeaning.OfCondition(var cause, var mend) ->
          List.of(parts.body(cause, Feather.ALERT_TRIANGLE, "attention"), parts.hint(mend));
      case TaintMeaning.OfCordon _ ->
          List.of(parts.hint(Message.of("running.taint.cordon", node.name())));
      case TaintMeaning.OldMaster _ ->
          List.of(parts.hint(Message.of("running.taint.master", node.name())));
      case TaintMeaning.OfControlPlane _, TaintMeaning.Given _ -> List.of();
    };
  }

  private Optional<Node> missing(boolean busy) {
    var missing = model.missing();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    var words = new ArrayList<Message>();
    missing.forEach((node, changes) ->
        words.add(
            Message.of(
                "running.action.nodeChanges",
                node,
                changes.stream().map(NodeChange::words).toList())));
    var apply =
        parts.button(Message.of("choices.living.apply"), Feather.UPLOAD_CLOUD, model::apply);
    apply.setId("apply-to-cluster");
    apply.getStyleClass().add("accent");
    apply.setDisable(busy);
    var box = new VBox(8, parts.body(Message.of("choices.living.missing")));
    words.forEach(one -> box.getChildren().add(parts.body(one)));
    box.getChildren().add(Parts.row(apply));
    return Optional.of(box);
  }
}
