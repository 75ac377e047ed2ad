package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An add-on that can be chosen: what it is for, what it needs and, once chosen, its options. */
final class AddonCard {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final VBox box = new VBox(6);
  private final CheckBox check;

  AddonCard(
      Parts parts, AddonsModel model, AddonSpec.Name name, Message about, List<Node> options) {
    check = new CheckBox();
    check.getStyleClass().add("strong");
    check.setId("addon-" + name.key());
    check.setOnAction(_ -> model.choose(name, check.isSelected()));
    var tag = new Label();
    tag.getStyleClass().addAll("chip", "quiet-text");
    tag.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(8, check, Parts.grow(), tag);
    head.setAlignment(Pos.CENTER_LEFT);
    Label needs = parts.hint(about);
    var body = new VBox(10, options.toArray(Node[]::new));
    body.managedProperty().bind(body.visibleProperty());
    body.setStyle("-fx-padding: 6 0 0 0;");
    box.getStyleClass().add("choice");
    box.getChildren().addAll(head, Parts.label(parts.say(about), "small"), needs, body);
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          boolean chosen = model.isChosen(name);
          var facts = model.facts(name);
          check.setText(facts.name());
          check.setSelected(chosen);
          tag.setText(model.version(name));
          needs.setText(parts.say(needs(model.memory(name), facts.ports())));
          body.setVisible(chosen && !options.isEmpty());
          box.pseudoClassStateChanged(CHOSEN, chosen);
        });
  }

  private static Message needs(int memory, List<String> ports) {
    if (memory == 0) {
      return Message.of("choices.addons.needs.nothing");
    }
    return ports.isEmpty()
        ? Message.of("choices.addons.needs", String.valueOf(memory))
        : Message.of("choices.addons.needsPorts", String.valueOf(memory), ports);
  }

  CheckBox check() {
    return check;
  }

  Node node() {
    return box;
  }
}
