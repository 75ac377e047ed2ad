package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.cluster.CniSpec.Name;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The options of every plugin but Flannel; only those are shown that the chosen one takes. */
final class OtherOptions {
  private final Parts parts;
  private final CniModel model;
  private final CalicoOptions calico;
  private final OwnManifest own;
  private final EntryField card;
  private final EntryField mtu;
  private final EntryField registry;
  private final VBox box;

  /**
   * @param choose asks for a file
   */
  OtherOptions(Parts parts, CniModel model, Supplier<Optional<Path>> choose) {
    this.parts = parts;
    this.model = model;
    calico = new CalicoOptions(parts, model);
    own = new OwnManifest(parts, model, choose);
    card = CardField.of(parts, model, "cni-other-card", "", Message.of("choices.cni.card.plugin"));
    mtu =
        new EntryField(parts, Message.of("choices.cni.mtu"), model.mtu(), "cni-other-mtu")
            .prompt(parts.say(Message.of("choices.cni.mtu.plugin")));
    registry =
        new EntryField(parts, Message.of("choices.cni.registry"), model.registry(), "cni-registry")
            .mono()
            .hint(parts.hint(Message.of("choices.cni.registry.hint")));
    box =
        Parts.card(
            parts.section(Message.of("choices.cni.otherOptions")),
            shownFor(calico.first(), Name.CALICO),
            shownFor(own.helm(), Name.CILIUM),
            shownFor(own.file().node(), Name.CILIUM, Name.MANIFEST),
            shownFor(
                Columns.of(mtu.node(), card.node()),
                Name.CALICO,
                Name.CANAL,
                Name.CILIUM,
                Name.WEAVE),
            shownFor(calico.second(), Name.CALICO),
            shownFor(registry.node(), Name.CALICO, Name.CANAL, Name.WEAVE),
            pods());
    shownFor(card.node(), Name.CALICO, Name.CANAL, Name.CILIUM);
    shownFor(box, Name.CALICO, Name.CANAL, Name.CILIUM, Name.WEAVE, Name.MANIFEST);
    box.setId("cni-other-options");
    box.setSpacing(14);
  }

  private <N extends Node> N shownFor(N node, Name... names) {
    var plugins = List.of(names);
    node.managedProperty().bind(node.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> node.setVisible(plugins.contains(model.chosen().name())));
    return node;
  }

  private Node pods() {
    var pods = parts.hint(Message.of("choices.cni.pods", ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> pods.setText(parts.say(Message.of("choices.cni.pods", model.pods()))));
    return pods;
  }

  /** The fields in which something may be wrong. */
  Stream<EntryField> fields() {
    return Stream.of(own.file(), mtu, card, calico.autodetection(), registry);
  }

  Node node() {
    return box;
  }
}
