package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.AccessWish;
import io.github.kubeadmwizard.running.Lifetime;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Field;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Whom to let in, as what, where, and for how long. */
final class PersonForm {
  private static final String ANOTHER = "";
  private static final List<String> LIFETIMES = List.of("1h", "8h", "24h", "7d", "30d");

  private final PeopleModel model;
  private final ClusterDialogs dialogs;
  private final Field name;
  private final Pick<String> role;
  private final Field otherRole;
  private final Field namespace;
  private final Pick<String> lifetime;
  private final Button save;
  private final VBox node;

  PersonForm(Parts parts, PeopleModel model, ClusterDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    name =
        new Field(parts.words(), Message.of("wizard.ready.people.name"), "", model::wrongPerson)
            .prompt("anna")
            .width(160);
    name.input().setId("person");
    role =
        new Pick<>(
            parts,
            Message.of("wizard.ready.people.role"),
            roles(),
            PersonForm::words,
            _ -> {},
            "person-role");
    role.box().setValue(AccessWish.USUAL_ROLES.getFirst());
    otherRole =
        new Field(
                parts.words(),
                Message.of("wizard.ready.people.otherRole"),
                "",
                AccessWish::wrongRole)
            .width(200);
    otherRole.input().setId("person-other-role");
    otherRole.node().managedProperty().bind(otherRole.node().visibleProperty());
    otherRole.node().visibleProperty().bind(role.box().valueProperty().isEqualTo(ANOTHER));
    namespace =
        new Field(
                parts.words(),
                Message.of("wizard.ready.people.namespace"),
                "",
                text -> text.isEmpty() ? Optional.empty() : AccessWish.wrongNamespace(text))
            .prompt(parts.say(Message.of("running.access.inCluster")))
            .width(200);
    namespace.input().setId("person-namespace");
    lifetime =
        new Pick<>(
            parts,
            Message.of("wizard.ready.people.lifetime"),
            LIFETIMES,
            PersonForm::time,
            _ -> {},
            "person-lifetime");
    lifetime.box().setValue(AccessWish.USUAL.text());
    save = parts.button(Message.of("wizard.ready.people.save"), Feather.USER_PLUS, this::ask);
    save.setId("person-save");
    var fields =
        new FlowPane(
            16, 12, name.node(), role.node(), otherRole.node(), namespace.node(), lifetime.node());
    node =
        new VBox(
            12, fields, parts.hint(Message.of("wizard.ready.people.noWayBack")), Parts.row(save));
  }

  /** The usual ones, and one of another name. */
  private static List<String> roles() {
    var roles = new ArrayList<>(AccessWish.USUAL_ROLES);
    roles.add(ANOTHER);
    return roles;
  }

  private static Message words(String role) {
    return switch (role) {
      case "view" -> Message.of("wizard.ready.people.role.view");
      case "edit" -> Message.of("wizard.ready.people.role.edit");
      case "admin" -> Message.of("wizard.ready.people.role.admin");
      case "cluster-admin" -> Message.of("wizard.ready.people.role.clusterAdmin");
      default -> Message.of("wizard.ready.people.role.another");
    };
  }

  private static Message time(String text) {
    var lasts = new Lifetime(text).duration();
    return lasts.toDays() > 1
        ? Message.of("wizard.ready.days", lasts.toDays())
        : Message.of("wizard.ready.hours", lasts.toHours());
  }

  private void ask() {
    boolean another = role.box().getValue().equals(ANOTHER);
    boolean named = name.check(); // each says by itself what is wrong
    boolean placed = namespace.check();
    boolean ruled = !another || otherRole.check();
    if (!named || !placed || !ruled) {
      return;
    }
    var wish =
        new AccessWish(
            name.text(),
            List.of(),
            another ? otherRole.text() : role.box().getValue(),
            Optional.of(namespace.text()).filter(text -> !text.isEmpty()),
            new Lifetime(lifetime.box().getValue()));
    dialogs
        .fileToSave(wish.person() + ".kubeconfig.yaml")
        .ifPresent(file -> model.give(wish, file));
  }

  void busy(boolean busy) {
    save.setDisable(busy);
  }

  Node node() {
    return node;
  }
}
