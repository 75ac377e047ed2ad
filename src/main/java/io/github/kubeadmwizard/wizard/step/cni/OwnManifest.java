package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A manifest that the user brings, and for Cilium the command that makes it. */
final class OwnManifest {
  private final Parts parts;
  private final CniModel model;
  private final EntryField file;

  /**
   * @param choose asks for a file
   */
  OwnManifest(Parts parts, CniModel model, Supplier<Optional<Path>> choose) {
    this.parts = parts;
    this.model = model;
    var open =
        parts.button(
            Message.of("choices.cni.file.choose"),
            Feather.FOLDER,
            () -> choose.get().ifPresent(path -> model.manifest().text().set(path.toString())));
    open.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    file =
        new EntryField(parts, Message.of("choices.cni.file"), model.manifest(), "cni-file")
            .mono()
            .beside(open)
            .hint(parts.hint(Message.of("choices.cni.file.hint")));
  }

  EntryField file() {
    return file;
  }

  /** What makes Cilium's manifest, ready to be copied; it follows the choices. */
  Node helm() {
    var replaces = new CheckBox(parts.say(Message.of("choices.cni.replaces")));
    replaces.setWrapText(true);
    replaces.setId("cni-replaces");
    replaces.setOnAction(
        _ -> model.option(CniModel.REPLACEMENT, replaces.isSelected() ? "true" : ""));
    var command = Parts.mono("");
    command.setWrapText(true);
    command.setId("cni-helm");
    command.setMinWidth(0);
    HBox.setHgrow(command, Priority.ALWAYS);
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          replaces.setSelected(model.option(CniModel.REPLACEMENT).equals("true"));
          command.setText(model.helm());
        });
    var line = new HBox(8, command, new CopyButton(parts.words(), command::getText));
    return new VBox(8, replaces, parts.hint(Message.of("choices.cni.helm")), line);
  }
}
