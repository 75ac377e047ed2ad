package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.PrepareSpec.Selinux;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.choice.PairsTable;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** The folded part on what is done to the hosts only on wish. */
final class PreparingFields {
  private final Parts parts;
  private final RuntimeModel model;
  private final EntryField timeServers;
  private final PairsTable bound;
  private final Folded folded;

  PreparingFields(Parts parts, RuntimeModel model) {
    this.parts = parts;
    this.model = model;
    Preparing preparing = model.preparing();
    timeServers =
        new EntryField(
                parts,
                Message.of("choices.runtime.timeServers"),
                preparing.timeServers(),
                "time-servers")
            .prompt("ntp.example.lan, 10.0.0.1")
            .hint(parts.hint(Message.of("choices.runtime.timeServers.hint")));
    bound =
        new PairsTable(
            parts,
            preparing.bound(),
            new PairsTable.Heads(
                Message.of("choices.runtime.bind.host"),
                "n1",
                Message.of("choices.runtime.bind.address"),
                "eth0 203.0.113.7/32",
                Message.of("choices.runtime.bind.add")),
            preparing::hosts,
            "bind");
    folded =
        new Folded(
                parts,
                Message.of("choices.runtime.prepare"),
                Message.of("choices.runtime.prepare.inside"),
                "prepare")
            .differing(model.changes(), preparing::differing)
            .add(
                Columns.of(timeServers.node(), selinux()),
                tick(
                    Message.of("choices.runtime.completion"),
                    preparing::kubectlCompletion,
                    () -> preparing.chosen().kubectlCompletion(),
                    "kubectl-completion"),
                tick(
                    Message.of("choices.runtime.broken"),
                    preparing::disableBroken,
                    () -> preparing.chosen().disableBrokenRepositories(),
                    "disable-broken"),
                new VBox(
                    8,
                    Parts.label(parts.say(Message.of("choices.runtime.bind")), "field-name"),
                    parts.hint(Message.of("choices.runtime.bind.hint")),
                    bound.node()));
  }

  private Node selinux() {
    return new Pick<>(
            parts,
            Message.of("choices.runtime.selinux"),
            List.of(Selinux.values()),
            one ->
                one == Selinux.KEEP
                    ? Message.of("choices.runtime.selinux.keep")
                    : Message.of("choices.runtime.selinux.permissive"),
            model.preparing()::selinux,
            "selinux")
        .following(model.changes(), () -> model.preparing().chosen().selinux())
        .hint(parts.hint(Message.of("choices.runtime.selinux.hint")))
        .node();
  }

  private Node tick(Message text, Consumer<Boolean> set, Supplier<Boolean> now, String id) {
    var box = new CheckBox(parts.say(text));
    box.setWrapText(true);
    box.setId(id);
    box.setOnAction(_ -> set.accept(box.isSelected()));
    model.changes().when(parts.inUse()).subscribe(_ -> box.setSelected(now.get()));
    return box;
  }

  EntryField timeServers() {
    return timeServers;
  }

  PairsTable bound() {
    return bound;
  }

  Node node() {
    return folded.node();
  }
}
