package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** How Calico carries packets, finds addresses, and is installed. */
final class CalicoOptions {
  private static final String OPERATOR = "operator";
  private static final String MANIFEST = "manifest";

  /** Source: Calico's documentation, IP autodetection methods. */
  private static final List<String> METHODS =
      List.of(
          "kubernetes-internal-ip",
          "first-found",
          "can-reach=10.0.0.1",
          "interface=eth.*",
          "skip-interface=docker.*",
          "cidr=10.0.0.0/8");

  private final Parts parts;
  private final CniModel model;
  private final EntryField autodetection;

  CalicoOptions(Parts parts, CniModel model) {
    this.parts = parts;
    this.model = model;
    var methods = new ComboBox<String>();
    methods.setEditable(true);
    methods.getItems().setAll(METHODS);
    methods.setPromptText(METHODS.getFirst());
    autodetection =
        new EntryField(
                parts,
                Message.of("choices.cni.autodetection"),
                model.autodetection(),
                "cni-autodetection",
                methods)
            .mono()
            .hint(parts.hint(Message.of("choices.cni.autodetection.hint")));
  }

  /** What is decided first. */
  Node first() {
    return Columns.of(backend(), install());
  }

  /** What most leave as it is. */
  Node second() {
    return new VBox(12, autodetection.node(), cross());
  }

  EntryField autodetection() {
    return autodetection;
  }

  private Node backend() {
    var hint = parts.hint(Message.of("choices.cni.calico.vxlan"));
    model.changes().when(parts.inUse()).subscribe(_ -> hint.setText(parts.say(explained())));
    return new Pick<>(
            parts,
            Message.of("choices.cni.backend"),
            CniModel.CALICOS,
            one -> Message.of("choices.plain", one),
            model::carry,
            "cni-calico-backend")
        .following(
            model.changes(),
            () -> CniModel.CALICOS.contains(model.backend()) ? model.backend() : CniModel.VXLAN)
        .hint(hint)
        .node();
  }

  private Message explained() {
    return switch (model.backend()) {
      case "ipip" -> Message.of("choices.cni.calico.ipip");
      case "none" -> Message.of("choices.cni.calico.none");
      default -> Message.of("choices.cni.calico.vxlan");
    };
  }

  private Node install() {
    return new Pick<>(
            parts,
            Message.of("choices.cni.install"),
            List.of(MANIFEST, OPERATOR),
            way ->
                way.equals(OPERATOR)
                    ? Message.of("choices.cni.install.operator")
                    : Message.of("choices.cni.install.manifest"),
            way -> model.option(CniModel.INSTALL, way.equals(OPERATOR) ? OPERATOR : ""),
            "cni-install")
        .following(
            model.changes(),
            () -> model.option(CniModel.INSTALL).equals(OPERATOR) ? OPERATOR : MANIFEST)
        .hint(parts.hint(Message.of("choices.cni.install.hint")))
        .node();
  }

  private Node cross() {
    var cross = new CheckBox(parts.say(Message.of("choices.cni.cross")));
    cross.setWrapText(true);
    cross.setId("cni-cross");
    cross.managedProperty().bind(cross.visibleProperty());
    cross.setOnAction(_ -> model.crossOnly(cross.isSelected()));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          cross.setSelected(model.crossesOnly());
          cross.setVisible(!model.backend().equals("none"));
        });
    return cross;
  }
}
