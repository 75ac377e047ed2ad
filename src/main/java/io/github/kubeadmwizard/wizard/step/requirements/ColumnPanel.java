package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which machines share a column. */
final class ColumnPanel {
  private final BorderPane panel = new BorderPane();

  ColumnPanel(Parts parts, Matrix.Column column, Runnable close) {
    panel.getStyleClass().add("side-panel");
    panel.setId("column");
    var title = Parts.label(parts.say(RequirementWords.head(column)), "strong");
    var alike =
        Parts.label(
            parts.say(Message.of("wizard.requirements.alike", column.hosts().size())), "small");
    var head =
        new HBox(
            new VBox(title, alike),
            Parts.grow(),
            parts.iconButton(Message.of("wizard.close"), Feather.X, close));
    head.getStyleClass().add("panel-head");
    panel.setTop(head);
    var names =
        Parts.mono(column.hosts().stream().map(HostName::value).collect(Collectors.joining("\n")));
    var body = new VBox(names);
    body.getStyleClass().add("panel-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    panel.setCenter(scroll);
  }

  Node node() {
    return panel;
  }
}
