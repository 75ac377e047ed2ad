package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Field;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Names a machine and the way to it, or changes what was said. */
final class HostForm {
  private final Parts parts;
  private final HostSpec begin;
  private final BiConsumer<HostForm, HostSpec> done;
  private final Field address;
  private final Field port;
  private final Field user;
  private final Field name;
  private final Field key;
  private final CheckBox agent;
  private final RoleChoice role;
  private final VBox box;

  /** Begins with what is known; what is made goes to {@code done}, with this form. */
  HostForm(Parts parts, HostSpec begin, BiConsumer<HostForm, HostSpec> done, Runnable close) {
    this.parts = parts;
    this.begin = begin;
    this.done = done;
    var words = parts.words();
    address =
        new Field(
                words, Message.of("wizard.hosts.address"), begin.address(), HostForm::wrongAddress)
            .prompt("10.0.0.11")
            .width(160);
    port =
        new Field(
                words,
                Message.of("wizard.hosts.port"),
                String.valueOf(begin.port()),
                HostForm::wrongPort)
            .width(64);
    user = new Field(words, Message.of("wizard.hosts.user"), begin.user(), HostForm::wrongUser);
    user.width(104);
    name =
        new Field(
                words,
                Message.of("wizard.hosts.name"),
                begin.name().orElse(""),
                HostForm::wrongName)
            .prompt(parts.say(Message.of("wizard.hosts.name.own")))
            .width(170);
    key =
        new Field(
                words,
                Message.of("wizard.hosts.keyFile"),
                begin.key().orElse(""),
                _ -> Optional.empty())
            .prompt(parts.say(Message.of("wizard.hosts.keyFile.any")))
            .width(210);
    agent = new CheckBox(parts.say(Message.of("wizard.hosts.agentOnly")));
    agent.setSelected(begin.agent());
    agent.disableProperty().bind(key.input().textProperty().isNotEmpty());
    role = new RoleChoice(parts, begin.roles());
    role.node().setPrefWidth(170);
    box = box(close);
    box.setId("host-form");
    Stream.of(address, port, user, name, key)
        .forEach(field -> field.input().setOnAction(_ -> finish()));
  }

  private VBox box(Runnable close) {
    var roleBox =
        new VBox(
            4, Parts.label(parts.say(Message.of("wizard.hosts.role")), "field-name"), role.node());
    var fields =
        new FlowPane(
            16, 8, address.node(), port.node(), user.node(), roleBox, name.node(), key.node());
    boolean isNew = begin.address().isEmpty();
    var finish =
        parts.button(
            isNew ? Message.of("wizard.hosts.addThis") : Message.of("wizard.hosts.change"),
            Feather.CHECK,
            this::finish);
    finish.setId("host-done");
    finish.getStyleClass().add("finish");
    return Parts.card(
        fields,
        agent,
        Parts.row(
            finish,
            parts.button(Message.of("wizard.cancel"), close),
            parts.hint(Message.of("wizard.hosts.nothingChanges"))));
  }

  /** Begins again for another machine: a form that is made and styled anew holds the window. */
  void next(HostSpec other) {
    address.input().setText(other.address());
    port.input().setText(String.valueOf(other.port()));
    user.input().setText(other.user());
    name.input().setText(other.name().orElse(""));
    key.input().setText(other.key().orElse(""));
    agent.setSelected(other.agent());
    role.show(other.roles());
    focus();
  }

  /** What the next machine is probably like. */
  static HostSpec like(List<HostRow> rows) {
    if (rows.isEmpty()) {
      return HostSpec.of(
          "", HostSpec.DEFAULT_PORT, HostSpec.DEFAULT_USER, Set.of(Role.CONTROL_PLANE));
    }
    HostSpec last = rows.getLast().spec();
    return HostSpec.of("", last.port(), last.user(), Set.of(Role.WORKER))
        .signingIn(last.key(), last.agent());
  }

  private void finish() {
    boolean right =
        Stream.of(address, port, user, name).map(Field::check).toList().stream().allMatch(b -> b);
    if (!right) {
      return;
    }
    Optional<String> file = Optional.of(key.text()).filter(text -> !text.isEmpty());
    done.accept(
        this,
        begin
            .at(address.text(), Integer.parseInt(port.text()), user.text())
            .withName(Optional.of(name.text()).filter(text -> !text.isEmpty()))
            .signingIn(file, agent.isSelected() && file.isEmpty())
            .withRoles(role.roles()));
  }

  static Optional<Message> wrongAddress(String text) {
    if (text.isEmpty()) {
      return Optional.of(Message.of("wizard.hosts.address.missing"));
    }
    return HostForms.isHost(text)
        ? Optional.empty()
        : Optional.of(Message.of("wizard.hosts.address.wrong"));
  }

  static Optional<Message> wrongPort(String text) {
    return HostForms.isPort(text)
        ? Optional.empty()
        : Optional.of(Message.of("wizard.hosts.port.wrong"));
  }

  static Optional<Message> wrongUser(String text) {
    return HostForms.isLogin(text)
        ? Optional.empty()
        : Optional.of(Message.of("wizard.hosts.user.wrong"));
  }

  private static Optional<Message> wrongName(String text) {
    return text.isEmpty() || KubernetesNames.isDnsSubdomain(text)
        ? Optional.empty()
        : Optional.of(Message.of("wizard.hosts.name.wrong"));
  }

  void focus() {
    javafx.application.Platform.runLater(() -> Pieces.focus(address.input()));
  }

  Node node() {
    return box;
  }
}
