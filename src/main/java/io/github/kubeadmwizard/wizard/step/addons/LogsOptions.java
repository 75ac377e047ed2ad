package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import java.util.List;
import javafx.scene.Node;

/** How long logs are kept, and where. */
final class LogsOptions {
  private final EntryField retention;
  private final EntryField storageClass;
  private final EntryField storageSize;
  private final List<Node> nodes;

  LogsOptions(Parts parts, AddonsModel model) {
    var choice = model.logs();
    retention =
        new EntryField(
                parts,
                Message.of("choices.addons.logs.retention"),
                choice.retention(),
                "logs-retention")
            .mono()
            .prompt(AddonSpec.Logs.USUAL_RETENTION);
    storageSize =
        new EntryField(
                parts, Message.of("choices.addons.logs.size"), choice.storageSize(), "logs-size")
            .mono()
            .prompt(AddonSpec.Logs.USUAL_SIZE);
    storageClass =
        new EntryField(
                parts, Message.of("choices.addons.logs.class"), choice.storageClass(), "logs-class")
            .mono()
            .prompt("local-path");
    var place = parts.hint(Message.of("choices.addons.logs.onNode"));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            place.setText(
                parts.say(
                    choice.now().storageClass().isPresent()
                        ? Message.of("choices.addons.logs.onVolume")
                        : Message.of("choices.addons.logs.onNode"))));
    nodes =
        List.of(
            Columns.of(retention.node(), storageSize.node()),
            storageClass.node(),
            place,
            parts.hint(Message.of("choices.addons.logs.page")));
  }

  List<Node> nodes() {
    return nodes;
  }

  List<EntryField> fields() {
    return List.of(retention, storageSize, storageClass);
  }
}
