package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a machine asks, or why it refuses, below its line. */
final class HostQuestion {
  private final Parts parts;
  private final HostsModel model;
  private final HostRow row;

  private HostQuestion(Parts parts, HostsModel model, HostRow row) {
    this.parts = parts;
    this.model = model;
    this.row = row;
  }

  static Optional<Node> of(Parts parts, HostsModel model, HostRow row) {
    var question = new HostQuestion(parts, model, row);
    return switch (row.standing()) {
      case Standing.Trying _, Standing.Reached _ -> Optional.empty();
      case Standing.NewKey(var key) -> Optional.of(question.newKey(key));
      case Standing.NeedsSecret(var needs, var refusal) ->
          Optional.of(question.secrets(needs, refusal));
      case Standing.Refused(var problem, var _) -> Optional.of(question.refused(problem));
    };
  }

  private Node newKey(Attempt.NewKey key) {
    var heading =
        Parts.label(
            parts.say(
                key.isOfHost()
                    ? Message.of("wizard.hosts.isItReally", key.address())
                    : Message.of("wizard.hosts.isItReallyBastion", key.address())),
            "strong");
    var left = new VBox(8, heading, fingerprint(key), compare(key));
    var trust =
        parts.button(
            Message.of("wizard.hosts.trust"), Feather.CHECK, () -> model.trust(List.of(row)));
    trust.setId("trust");
    return beside(left, new VBox(8, trust, removal()));
  }

  private static Node fingerprint(Attempt.NewKey key) {
    String type = key.type().replaceFirst("^ssh-", "").toUpperCase(Locale.ROOT);
    return Parts.row(Parts.label(type, "chip"), Parts.mono(key.fingerprint()));
  }

  private Node compare(Attempt.NewKey key) {
    String name =
        key.type().contains("ed25519") ? "ed25519" : key.type().contains("ecdsa") ? "ecdsa" : "rsa";
    return Parts.row(
        parts.hint(Message.of("wizard.hosts.compare")),
        Parts.mono("ssh-keygen -lf /etc/ssh/ssh_host_" + name + "_key.pub"));
  }

  private Node removal() {
    return parts.link(Message.of("wizard.hosts.remove"), () -> model.remove(row));
  }

  private Node secrets(List<SecretNeed> needs, Problem refusal) {
    var left =
        new VBox(
            4,
            Parts.label(parts.say(refusal.what()), "strong"),
            parts.hint(refusal.why()),
            parts.hint(refusal.remedy()));
    Map<SecretNeed, PasswordField> fields = new LinkedHashMap<>();
    var right = new VBox(4);
    var alike = alike(needs);
    Runnable give = () -> give(fields, alike.map(CheckBox::isSelected).orElse(false));
    var again = parts.button(Message.of("wizard.hosts.tryAgain"), give);
    again.setId("give-secret");
    for (SecretNeed need : needs) {
      var field = new PasswordField();
      field.setPromptText(parts.say(prompt(need)));
      field.setAccessibleText(field.getPromptText());
      field.setPrefColumnCount(14);
      field.setOnAction(_ -> give.run());
      fields.put(need, field);
      boolean last = fields.size() == needs.size();
      right.getChildren().add(last ? Parts.row(field, again) : field);
    }
    right.getChildren().add(parts.hint(Message.of("wizard.hosts.memoryOnly")));
    alike.ifPresent(right.getChildren()::add);
    return beside(left, right);
  }

  private Optional<CheckBox> alike(List<SecretNeed> needs) {
    long others = model.waitingAlike(row, needs);
    if (others == 0) {
      return Optional.empty();
    }
    var box = new CheckBox(parts.say(Message.of("wizard.hosts.forAllAlike", others)));
    box.setSelected(true);
    return Optional.of(box);
  }

  private void give(Map<SecretNeed, PasswordField> fields, boolean forAllAlike) {
    if (fields.values().stream().anyMatch(field -> field.getText().isEmpty())) {
      fields.values().stream()
          .filter(field -> field.getText().isEmpty())
          .findFirst()
          .ifPresent(PasswordField::requestFocus);
      return;
    }
    var given = new LinkedHashMap<SecretNeed, Secret>();
    fields.forEach((need, field) -> given.put(need, Secret.of(field.getText())));
    fields.values().forEach(PasswordField::clear);
    model.give(row, given, forAllAlike);
  }

  private static Message prompt(SecretNeed need) {
    return switch (need.kind()) {
      case PASSWORD -> Message.of("wizard.hosts.passwordFor", need.user());
      case PASSPHRASE -> Message.of("wizard.hosts.passphraseFor", need.keyFile().orElse(""));
      case SUDO -> Message.of("wizard.hosts.sudoFor", need.user());
    };
  }

  private Node refused(Problem problem) {
    var left =
        new VBox(
            4,
            Parts.label(parts.say(problem.what()), "strong"),
            parts.hint(problem.why()),
            parts.hint(problem.remedy()));
    var again =
        parts.button(
            Message.of("wizard.hosts.tryAgain"), Feather.REFRESH_CW, () -> model.tryAgain(row));
    return beside(left, new VBox(8, again, removal()));
  }

  private static HBox beside(VBox left, VBox right) {
    var box = new HBox(left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    right.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    box.getStyleClass().add("host-question");
    return box;
  }
}
