package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.check.Origins;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What comes from the mirror that was named, by which address, and what does not. */
final class OriginLines {
  private final VBox box = new VBox(4);

  OriginLines(Parts parts, RuntimeModel model) {
    box.setId("origins");
    box.managedProperty().bind(box.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          List<Message> lines = Origins.of(model.spec());
          box.getChildren().setAll(lines.stream().map(parts::hint).toArray(Label[]::new));
          box.setVisible(!lines.isEmpty());
        });
  }

  Node node() {
    return box;
  }
}
