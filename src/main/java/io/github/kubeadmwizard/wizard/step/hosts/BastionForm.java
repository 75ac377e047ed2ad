package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Field;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The jump host that every connection goes through, or none. */
final class BastionForm {
  private final Field address;
  private final Field port;
  private final Field user;
  private final Field key;
  private final CheckBox agent;
  private final Consumer<Optional<SshSpec.Bastion>> done;
  private final VBox box;

  BastionForm(
      Parts parts,
      Optional<SshSpec.Bastion> now,
      Consumer<Optional<SshSpec.Bastion>> done,
      Runnable close) {
    this.done = done;
    var words = parts.words();
    address =
        new Field(
                words,
                Message.of("wizard.hosts.address"),
                now.map(SshSpec.Bastion::address).orElse(""),
                HostForm::wrongAddress)
            .prompt("bastion.example.org")
            .width(200);
    port =
        new Field(
                words,
                Message.of("wizard.hosts.port"),
                String.valueOf(now.map(SshSpec.Bastion::port).orElse(HostSpec.DEFAULT_PORT)),
                HostForm::wrongPort)
            .width(64);
    user =
        new Field(
                words,
                Message.of("wizard.hosts.user"),
                now.map(SshSpec.Bastion::user).orElse(HostSpec.DEFAULT_USER),
                HostForm::wrongUser)
            .width(104);
    key =
        new Field(
                words,
                Message.of("wizard.hosts.keyFile"),
                now.flatMap(SshSpec.Bastion::key).orElse(""),
                _ -> Optional.empty())
            .prompt(parts.say(Message.of("wizard.hosts.keyFile.any")))
            .width(210);
    agent = new CheckBox(parts.say(Message.of("wizard.hosts.agentOnly")));
    agent.setSelected(now.map(SshSpec.Bastion::agent).orElse(false));
    agent.disableProperty().bind(key.input().textProperty().isNotEmpty());
    var finish = parts.button(Message.of("wizard.hosts.bastion.use"), Feather.CHECK, this::finish);
    finish.setId("bastion-done");
    var none =
        parts.button(Message.of("wizard.hosts.bastion.drop"), () -> done.accept(Optional.empty()));
    none.setVisible(now.isPresent());
    box =
        Parts.card(
            parts.section(Message.of("wizard.hosts.bastion.title")),
            parts.hint(Message.of("wizard.hosts.bastion.how")),
            new FlowPane(16, 8, address.node(), port.node(), user.node(), key.node()),
            agent,
            Parts.row(finish, parts.button(Message.of("wizard.cancel"), close), none));
    Stream.of(address, port, user, key).forEach(field -> field.input().setOnAction(_ -> finish()));
  }

  private void finish() {
    if (Stream.of(address, port, user).map(Field::check).toList().contains(false)) {
      return;
    }
    Optional<String> file = Optional.of(key.text()).filter(text -> !text.isEmpty());
    done.accept(
        Optional.of(
            new SshSpec.Bastion(
                address.text(),
                Integer.parseInt(port.text()),
                user.text(),
                file,
                agent.isSelected() && file.isEmpty())));
  }

  Node node() {
    return box;
  }
}
