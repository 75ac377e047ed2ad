package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import io.github.kubeadmwizard.wizard.step.runtime.RegistryRow.Trust;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Registries and mirrors with a certificate or an account of their own. */
final class RegistryFields {
  private static final int PEM_ROWS = 4;
  private static final double WIDE = 260;

  private final Parts parts;
  private final Registries registries;
  private final Supplier<List<String>> known;
  private final VBox rows = new VBox(16);
  private final VBox box;

  /**
   * @param known hosts that are offered while typing
   */
  RegistryFields(Parts parts, Registries registries, Supplier<List<String>> known) {
    this.parts = parts;
    this.registries = registries;
    this.known = known;
    rows.setId("registries");
    rows.managedProperty().bind(rows.visibleProperty());
    Button add =
        parts.button(Message.of("choices.runtime.registry.add"), Feather.PLUS, registries::add);
    add.setId("registries-add");
    add.getStyleClass().add("small");
    box =
        new VBox(
            8,
            Parts.label(parts.say(Message.of("choices.runtime.registries")), "field-name"),
            parts.hint(Message.of("choices.runtime.registries.hint")),
            rows,
            add);
    parts.whenChanged(registries.rows(), this::show);
    show();
  }

  private void show() {
    rows.getChildren().setAll(registries.rows().stream().map(this::row).toList());
    rows.setVisible(!registries.rows().isEmpty());
  }

  private Node row(RegistryRow row) {
    int number = registries.rows().indexOf(row) + 1;
    String id = "registry-" + number;
    var host =
        new EntryField(parts, Message.of("choices.runtime.registry.host"), row.host(), id)
            .mono()
            .prompt("registry.example.lan:5000")
            .completing(known)
            .width(WIDE);
    var remove =
        parts.iconButton(Message.of("choices.removeLine"), Feather.X, () -> registries.remove(row));
    var line = new HBox(16, host.node(), trust(row, id), remove);
    line.setAlignment(Pos.TOP_LEFT);
    return new VBox(8, line, authority(row, id), signIn(row, id), account(row, id));
  }

  private Node trust(RegistryRow row, String id) {
    var pick =
        new Pick<>(
                parts,
                Message.of("choices.runtime.registry.trust"),
                List.of(Trust.values()),
                RegistryFields::named,
                row.trust()::set,
                id + "-trust")
            .following(row.trust(), row.trust()::get);
    HBox.setHgrow(pick.node(), Priority.ALWAYS);
    return pick.node();
  }

  private static Message named(Trust trust) {
    return switch (trust) {
      case HOSTS -> Message.of("choices.runtime.registry.trust.hosts");
      case AUTHORITY -> Message.of("choices.runtime.registry.trust.authority");
      case NOBODY -> Message.of("choices.runtime.registry.trust.nobody");
      case PLAIN_HTTP -> Message.of("choices.runtime.registry.trust.http");
    };
  }

  private Node authority(RegistryRow row, String id) {
    var text = new TextArea();
    text.textProperty().bindBidirectional(row.authority().text());
    text.setId(id + "-ca");
    text.setPromptText("-----BEGIN CERTIFICATE-----");
    text.setPrefRowCount(PEM_ROWS);
    text.getStyleClass().add("mono");
    text.setAccessibleText(parts.say(Message.of("choices.runtime.registry.authority")));
    var error = Parts.label("", "field-error");
    error.managedProperty().bind(error.visibleProperty());
    row.authority()
        .wrong()
        .when(parts.inUse())
        .subscribe(wrong -> {
          error.setText(wrong.map(parts::say).orElse(""));
          error.setVisible(wrong.isPresent() && !text.getText().isEmpty());
        });
    var label =
        Parts.label(parts.say(Message.of("choices.runtime.registry.authority")), "field-name");
    label.setLabelFor(text);
    var all = new VBox(4, label, text, error);
    all.visibleProperty().bind(Bindings.equal(row.trust(), Trust.AUTHORITY));
    all.managedProperty().bind(all.visibleProperty());
    return all;
  }

  private Node signIn(RegistryRow row, String id) {
    var tick = new CheckBox(parts.say(Message.of("choices.runtime.registry.signIn")));
    tick.setId(id + "-sign-in");
    tick.selectedProperty().bindBidirectional(row.signIn());
    return tick;
  }

  private Node account(RegistryRow row, String id) {
    Node fields = new AccountFields(parts, row.account(), id).node();
    fields.visibleProperty().bind(row.signIn());
    fields.managedProperty().bind(fields.visibleProperty());
    return fields;
  }

  /** Goes to the first registry of which something is wrong or missing; false where none is. */
  boolean lead() {
    for (int i = 0; i < registries.rows().size(); i++) {
      RegistryRow row = registries.rows().get(i);
      if (row.isWrong()) {
        String id = "#registry-" + (i + 1);
        String missing = row.account().user().get().isBlank() ? "-user" : "-password";
        Frame.lead(rows.lookup(row.lacksAccount() && row.host().isRight() ? id + missing : id));
        return true;
      }
    }
    return false;
  }

  Node node() {
    return box;
  }
}
