package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** User and password, and that they are held in memory only. */
final class AccountFields {
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final AccountEntry entry;
  private final VBox box;

  AccountFields(Parts parts, AccountEntry entry, String id) {
    this.entry = entry;
    user.textProperty().bindBidirectional(entry.user());
    password.textProperty().bindBidirectional(entry.password());
    user.setId(id + "-user");
    password.setId(id + "-password");
    if (entry.isKnown()) {
      password.setPromptText(parts.say(Message.of("choices.account.known")));
    }
    box =
        new VBox(
            4,
            Columns.of(
                named(parts, Message.of("choices.account.user"), user),
                named(parts, Message.of("choices.account.password"), password)),
            parts.hint(Message.of("choices.account.memoryOnly")));
  }

  private static Node named(Parts parts, Message name, TextField field) {
    Label label = Parts.label(parts.say(name), "field-name");
    label.setLabelFor(field);
    field.setAccessibleText(parts.say(name));
    return new VBox(4, label, field);
  }

  /** Goes to what is still to be given. */
  void lead() {
    Frame.lead(entry.user().get().isBlank() ? user : password);
  }

  Node node() {
    return box;
  }
}
