package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import javafx.scene.control.ComboBox;

/** Which network card carries the pods' packets: those that every host has are offered. */
final class CardField {
  private CardField() {}

  /**
   * The field.
   *
   * @param prompt what stands in it while it is empty, if anything
   */
  static EntryField of(Parts parts, CniModel model, String id, String prompt, Message hint) {
    var cards = new ComboBox<String>();
    cards.setEditable(true);
    cards.setPromptText(prompt);
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          var known = model.ground().cards();
          if (!known.equals(cards.getItems())) {
            cards.getItems().setAll(known);
          }
        });
    return new EntryField(parts, Message.of("choices.cni.card"), model.card(), id, cards)
        .hint(parts.hint(hint));
  }
}
