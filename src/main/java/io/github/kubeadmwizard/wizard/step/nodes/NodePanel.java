package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Beside the nodes: adds to those that are selected, and explains a taint. */
final class NodePanel {
  private static final List<String> TAINTS =
      List.of(
          "dedicated=batch:NoSchedule",
          "gpu=true:NoSchedule",
          "storage=true:NoSchedule",
          "spot=true:PreferNoSchedule");
  private static final List<String> LABELS =
      List.of(
          "disk=ssd",
          "gpu=true",
          "node-role.kubernetes.io/worker=",
          "topology.kubernetes.io/region=",
          "topology.kubernetes.io/zone=");

  private final Parts parts;
  private final NodesModel model;
  private final EntryField taint;
  private final EntryField label;
  private final Label title = Parts.label("", "strong");
  private final CheckBox rename = new CheckBox();
  private final VBox explanation = new VBox(8);
  private final VBox box;

  NodePanel(Parts parts, NodesModel model) {
    this.parts = parts;
    this.model = model;
    taint =
        field(
            Message.of("choices.nodes.add.taint"),
            model.taint(),
            "add-taint",
            "dedicated=batch:NoSchedule",
            TAINTS,
            model::addTaint);
    label =
        field(
            Message.of("choices.nodes.add.label"),
            model.label(),
            "add-label",
            "disk=ssd",
            LABELS,
            model::addLabel);
    rename.setWrapText(true);
    rename.setId("rename");
    rename.managedProperty().bind(rename.visibleProperty());
    rename.setOnAction(
        _ -> model.selected().forEach(node -> model.rename(node, rename.isSelected())));
    var head = new VBox(title);
    head.getStyleClass().add("panel-head");
    var body = new VBox(taint.node(), label.node(), rename, explanation);
    body.getStyleClass().add("panel-body");
    box = new VBox(head, body);
    box.getStyleClass().add("side-panel");
    parts.whenChanged(model.selected(), this::show);
    model.changes().when(parts.inUse()).subscribe(_ -> show());
    model.explained().when(parts.inUse()).subscribe(_ -> explain());
  }

  private EntryField field(
      Message name,
      io.github.kubeadmwizard.wizard.step.choice.Entry entry,
      String id,
      String example,
      List<String> known,
      BooleanSupplier add) {
    var button = parts.iconButton(name, Feather.PLUS, () -> {});
    var field =
        new EntryField(parts, name, entry, id)
            .mono()
            .prompt(example)
            .completing(() -> known)
            .beside(button);
    button.setId(id + "-button");
    Runnable work =
        () -> {
          if (!add.getAsBoolean()) {
            field.lead();
          }
        };
    button.setOnAction(_ -> work.run());
    field
        .input()
        .setOnAction(event -> {
          work.run();
          event.consume();
        });
    return field;
  }

  private void show() {
    var nodes = model.selected();
    title.setText(
        switch (nodes.size()) {
          case 0 -> parts.say(Message.of("choices.nodes.none"));
          case 1 -> nodes.getFirst();
          default -> parts.say(Message.of("choices.nodes.several", nodes.size()));
        });
    taint.node().setDisable(nodes.isEmpty());
    label.node().setDisable(nodes.isEmpty());
    Optional<HostSpec> one = nodes.size() == 1 ? model.host(nodes.getFirst()) : Optional.empty();
    Optional<String> other = one.flatMap(model::otherHostname);
    rename.setVisible(other.isPresent());
    rename.setSelected(one.filter(HostSpec::setHostname).isPresent());
    rename.setText(
        parts.say(
            Message.of(
                "choices.nodes.rename", other.orElse(""), one.map(HostSpec::label).orElse(""))));
  }

  private void explain() {
    explanation.getChildren().clear();
    model.explained().get().ifPresent(one -> explain(one.node(), one.taint()));
  }

  private void explain(String node, TaintSpec one) {
    String shown = one.key() + (one.value().isEmpty() ? "" : "=" + one.value());
    var yaml = Parts.mono(Toleration.yaml(one).strip());
    yaml.setId("toleration");
    var code = new VBox(yaml);
    code.getStyleClass().add("code-box");
    explanation
        .getChildren()
        .addAll(
            partName(Message.of("choices.nodes.explain", node)),
            Parts.mono(one.toString()),
            parts.body(effect(one, node, shown)));
    if (model.keepsFlannelAway(one)) {
      var warning = Parts.label(parts.say(Message.of("choices.nodes.noFlannel", node)), "small");
      warning.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
      explanation.getChildren().add(warning);
    }
    var copy = new CopyButton(parts.words(), () -> Toleration.yaml(one));
    copy.setId("copy");
    explanation
        .getChildren()
        .addAll(
            partName(Message.of("choices.nodes.tolerate", node)),
            code,
            copy,
            parts.hint(Message.of("choices.nodes.tolerate.hint")));
  }

  private Label partName(Message name) {
    return Parts.label(parts.say(name), "part-name");
  }

  private static Message effect(TaintSpec taint, String node, String shown) {
    return switch (taint.effect()) {
      case NO_SCHEDULE -> Message.of("choices.nodes.effect.noSchedule", node, shown);
      case PREFER_NO_SCHEDULE -> Message.of("choices.nodes.effect.prefer", node, shown);
      case NO_EXECUTE -> Message.of("choices.nodes.effect.noExecute", node, shown);
    };
  }

  /** Goes to the field that adds a taint, else to the one that adds a label. */
  void toAdd(boolean wantsTaint) {
    Frame.lead(wantsTaint ? taint.input() : label.input());
  }

  /** What is typed and not added yet would be lost. */
  boolean leadToWrong() {
    for (var field : List.of(taint, label)) {
      if (!field.input().getText().isBlank()) {
        field.lead();
        return true;
      }
    }
    return false;
  }

  VBox node() {
    return box;
  }
}
