package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How Flannel carries packets; shown while Flannel is chosen. */
final class FlannelOptions {
  private static final int VXLAN_HEAD = 50;
  private static final int WIREGUARD_HEAD = 80;

  private final Parts parts;
  private final CniModel model;
  private final EntryField card;
  private final EntryField mtu;
  private final VBox box;

  FlannelOptions(Parts parts, CniModel model) {
    this.parts = parts;
    this.model = model;
    card =
        CardField.of(
            parts,
            model,
            "cni-card",
            parts.say(Message.of("choices.cni.card.node")),
            Message.of("choices.cni.card.hint"));
    mtu = mtuField();
    Label pods = parts.hint(Message.of("choices.cni.pods", ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> pods.setText(parts.say(Message.of("choices.cni.pods", model.pods()))));
    box =
        Parts.card(
            parts.section(Message.of("choices.cni.options")),
            Columns.of(backend(), card.node(), mtu.node()),
            direct(),
            pods);
    box.setId("flannel-options");
    box.managedProperty().bind(box.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> box.setVisible(model.chosen().name() == CniSpec.Name.FLANNEL));
  }

  private Node backend() {
    Label hint = parts.hint(Message.of("choices.cni.vxlan"));
    model.changes().when(parts.inUse()).subscribe(_ -> hint.setText(parts.say(backendHint())));
    return new Pick<>(
            parts,
            Message.of("choices.cni.backend"),
            model.backends(),
            one -> Message.of("choices.plain", one),
            model::carry,
            "backend")
        .following(model.changes(), model::backend)
        .hint(hint)
        .node();
  }

  private Message backendHint() {
    return switch (model.backend()) {
      case CniModel.HOST_GW -> Message.of("choices.cni.hostGw");
      case CniModel.WIREGUARD -> Message.of("choices.cni.wireguard");
      default -> Message.of("choices.cni.vxlan");
    };
  }

  private EntryField mtuField() {
    Label hint = parts.hint(Message.of("choices.cni.mtu.hint"));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          int head =
              switch (model.backend()) {
                case CniModel.HOST_GW -> 0;
                case CniModel.WIREGUARD -> WIREGUARD_HEAD;
                default -> VXLAN_HEAD;
              };
          hint.setText(
              parts.say(
                  model
                      .ground()
                      .mtu()
                      .map(link ->
                          Message.of(
                              "choices.cni.mtu.read",
                              String.valueOf(link),
                              String.valueOf(link - head)))
                      .orElseGet(() -> Message.of("choices.cni.mtu.hint"))));
        });
    return new EntryField(parts, Message.of("choices.cni.mtu"), model.mtu(), "cni-mtu")
        .prompt(parts.say(Message.of("choices.cni.mtu.own")))
        .hint(hint);
  }

  private Node direct() {
    var tick = new CheckBox(parts.say(Message.of("choices.cni.direct")));
    tick.setWrapText(true);
    tick.setId("cni-direct");
    tick.setOnAction(_ -> model.direct(tick.isSelected()));
    tick.managedProperty().bind(tick.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          tick.setSelected(model.isDirect());
          tick.setVisible(model.backend().equals(CniModel.VXLAN));
        });
    return tick;
  }

  EntryField card() {
    return card;
  }

  EntryField mtu() {
    return mtu;
  }

  Node node() {
    return box;
  }
}
